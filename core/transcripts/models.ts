/** Speech models in the library's `models/`: whisper.cpp's are files, sherpa-onnx's are folders. */
import { existsSync } from 'node:fs';
import { constants, copyFile, mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, isAbsolute, join } from 'node:path';
import type { CoreContext } from '../context.ts';
import type { SpeechModel, TranscriptionEngineName } from '../contract/index.ts';
import { fromSystemError } from '../domain-error.ts';
import { sha256OfFile } from '../media/file-hash.ts';
import { checkModel, modelMissing } from './engines/check-model.ts';
import { sherpaFiles } from './engines/sherpa-files.ts';
import type { KnownModel } from './models-catalogue.ts';

export interface Models {
  list(): Promise<SpeechModel[]>;
  /**
   * Copies a model into the library.
   * @throws DomainError FILE_NOT_FOUND, FILE_UNREADABLE, MODEL_DAMAGED, DISK_FULL
   */
  add(path: string): Promise<SpeechModel>;
  remove(name: string): Promise<boolean>;
  /**
   * @param model name in the library, or absolute path; empty: any that the engine can use
   * @throws DomainError MODEL_MISSING
   */
  pathOf(engine: TranscriptionEngineName, model: string): Promise<string>;
  /** Of a model's weights; computed once per state of the file. */
  sha256(weights: string): Promise<string>;
}

export const partOfModel = (path: string): string => `${path}.part`;
const isPart = (name: string): boolean => name.endsWith('.part');

export function createModels(context: Pick<CoreContext, 'dirs' | 'events'>, known: readonly KnownModel[]): Models {
  const dir = context.dirs.models;
  const hashes = new Map<string, Promise<string>>();

  async function modelOf(name: string, model: KnownModel | undefined): Promise<SpeechModel | null> {
    const path = join(dir, name);
    const info = await stat(path).catch(() => null);
    const folder = info?.isDirectory() ?? model?.engine === 'sherpa-onnx';
    if (!model && (isPart(name) || !info)) return null;
    if (!model && (folder ? !sherpaFiles(path, existsSync) : !/\.bin$/i.test(name))) return null;
    const files = model?.files ?? [];
    const place = (file: string) => (folder ? join(path, file) : path);
    const present = model ? files.every((file) => existsSync(place(file.name))) : true;
    const parts = await Promise.all(files.map((file) => sizeOf(partOfModel(place(file.name)))));
    const { title, recommended, memoryBytes, speedServer, speedOffice, errorPercent, note } = model ?? {};
    return {
      name,
      engine: folder ? 'sherpa-onnx' : 'whisper.cpp',
      title: title ?? { zh: name, en: name },
      known: model
        ? {
            recommended: recommended!,
            memoryBytes: memoryBytes!,
            speedServer: speedServer!,
            speedOffice: speedOffice!,
            errorPercent: errorPercent!,
            note: note!,
          }
        : null,
      sizeBytes: model
        ? files.reduce((sum, file) => sum + file.bytes, 0)
        : await sizeOf(folder ? sherpaFiles(path, existsSync)!.network : path),
      present,
      partBytes: parts.reduce((sum, bytes) => sum + bytes, 0),
      sha256: files[0]?.sha256 ?? null,
    };
  }
  async function list(): Promise<SpeechModel[]> {
    const others = (await readdir(dir)).filter((name) => !known.some((model) => model.name === name)).sort();
    const all = [
      ...known.map((model) => modelOf(model.name, model)),
      ...others.map((name) => modelOf(name, undefined)),
    ];
    return (await Promise.all(all)).filter((model) => model !== null);
  }

  return {
    list,
    async add(path) {
      const name = basename(path);
      const target = join(dir, name);
      try {
        const folder = (await stat(path)).isDirectory();
        await checkModel(folder ? 'sherpa-onnx' : 'whisper.cpp', path);
        const sources = folder
          ? Object.values(sherpaFiles(path, existsSync)!).filter((one) => isAbsolute(one))
          : [path];
        if (folder) await mkdir(target, { recursive: true });
        for (const source of sources) {
          const to = folder ? join(target, basename(source)) : target;
          if (to === source) continue;
          await copyFile(source, partOfModel(to), constants.COPYFILE_FICLONE);
          await rename(partOfModel(to), to);
        }
      } catch (error) {
        throw fromSystemError(error, path);
      }
      context.events.changed('settings');
      return (await modelOf(
        name,
        known.find((model) => model.name === name),
      ))!;
    },

    async remove(name) {
      const model = (await list()).find((one) => one.name === name && (one.present || one.partBytes > 0));
      if (!model) return false;
      await rm(join(dir, name), { recursive: true, force: true });
      await rm(partOfModel(join(dir, name)), { force: true });
      context.events.changed('settings');
      return true;
    },

    async pathOf(engine, model) {
      if (isAbsolute(model)) return model;
      // Only what is listed: no name leads out of the folder.
      const present = (await list()).filter((one) => one.present);
      const any = present.find((one) => (model === '' ? one.engine === engine : one.name === model));
      if (!any) throw modelMissing(engine, model);
      return join(dir, any.name);
    },

    async sha256(weights) {
      const { size, mtimeMs } = await stat(weights);
      const key = JSON.stringify([weights, size, mtimeMs]);
      const hash = hashes.get(key) ?? sha256OfFile(weights);
      hashes.set(key, hash);
      return hash;
    },
  };
}

const sizeOf = async (path: string): Promise<number> => (await stat(path).catch(() => null))?.size ?? 0;
