/** Speech models in the library's `models/`: whisper.cpp's are files, sherpa-onnx's are folders. */
import { constants, copyFile, mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, resolve } from 'node:path';
import type { CoreContext } from '../context.ts';
import { modelsOf, type SpeechModel, type TranscriptionEngineName } from '../contract/index.ts';
import { fromSystemError } from '../domain-error.ts';
import { sha256OfFile } from '../media/file-hash.ts';
import { clearUploaded, isUploaded } from '../recordings/import/originals.ts';
import { checkModel, modelMissing } from './engines/check-model.ts';
import { separationFolder } from './engines/separation-files.ts';
import { sherpaFiles } from './engines/sherpa-files.ts';
import type { KnownModel } from './models-catalogue.ts';

export interface Models {
  list(): Promise<SpeechModel[]>;
  /**
   * Copies a model into the library.
   * @throws DomainError FILE_NOT_FOUND, FILE_UNREADABLE, MODEL_DAMAGED, DISK_FULL
   */
  add(path: string): Promise<SpeechModel>;
  /** Told when a model has come: it is used from then on, unless another one is. */
  choose(name: string): Promise<void>;
  remove(name: string): Promise<boolean>;
  /**
   * @param model name in the library, or absolute path; empty: any that the engine can use
   * @throws DomainError MODEL_MISSING
   */
  pathOf(engine: TranscriptionEngineName, model: string): Promise<string>;
  /** @throws DomainError MODEL_MISSING, MODEL_DAMAGED */
  checksum(name: string): Promise<{ sha256: string; published: string | null }>;
  /** Of a model's weights; computed once per state of the file. */
  sha256(weights: string): Promise<string>;
}

export const partOfModel = (path: string): string => `${path}.part`;
const isPart = (name: string): boolean => name.endsWith('.part');

export function createModels(
  context: Pick<CoreContext, 'audit' | 'dirs' | 'events' | 'settings'>,
  known: readonly KnownModel[],
): Models {
  const dir = context.dirs.models;
  const hashes = new Map<string, Promise<string>>();

  async function modelOf(name: string, model: KnownModel | undefined, mirror: string): Promise<SpeechModel | null> {
    const path = join(dir, name);
    const info = await stat(path).catch(() => null);
    const folder = info?.isDirectory() ?? model?.engine === 'sherpa-onnx';
    if (!model && (isPart(name) || !info)) return null;
    if (!model && (folder ? !sherpaFiles(path) : !/\.bin$/i.test(name))) return null;
    const files = model?.files ?? [];
    const place = (file: string) => (folder ? join(path, file) : path);
    const sizes = await Promise.all(files.map((file) => sizeOf(place(file.name))));
    const present = sizes.every((size) => size > 0);
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
            files: files.map(({ name, from, bytes, sha256 }) => ({
              name,
              url: mirror.replace(/\/$/, '') + from,
              bytes,
              sha256,
            })),
          }
        : null,
      sizeBytes: model
        ? files.reduce((sum, file) => sum + file.bytes, 0)
        : await sizeOfAll(folder ? sherpaFiles(path)!.all : [path]),
      present,
      wrongSize: present && files.some((file, index) => file.bytes !== sizes[index]),
      partBytes: parts.reduce((sum, bytes) => sum + bytes, 0),
      inUse: false,
    };
  }
  async function list(): Promise<SpeechModel[]> {
    const others = (await readdir(dir)).filter((name) => !known.some((model) => model.name === name)).sort();
    const { modelMirror, transcriptionEngine, transcriptionModel } = await context.settings.get();
    const all = [
      ...known.map((model) => modelOf(model.name, model, modelMirror)),
      ...others.map((name) => modelOf(name, undefined, modelMirror)),
    ];
    const models = (await Promise.all(all)).filter((model) => model !== null);
    const used = chosenOf(models, transcriptionEngine, transcriptionModel);
    return models.map((model) => ({ ...model, inUse: model === used }));
  }
  async function choose(name: string): Promise<void> {
    const models = await list();
    const model = models.find((one) => one.name === name);
    if (model?.present && !models.some(({ inUse }) => inUse))
      await context.settings.save({ transcriptionEngine: model.engine, transcriptionModel: model.name });
    context.events.changed('settings');
  }
  /** Downloaded by hand the folder has another name. */
  async function knownBy(engine: TranscriptionEngineName, weights: string): Promise<KnownModel | undefined> {
    const size = await sizeOf(weights);
    return known.find(
      (model) =>
        model.engine === engine && model.files.some((file) => file.name === basename(weights) && file.bytes === size),
    );
  }
  /** What a browser sent of a folder holds more than the model. */
  async function clearUploadedFolder(path: string): Promise<void> {
    if (isUploaded(context.dirs, path)) await rm(path, { recursive: true, force: true });
    await clearUploaded(context.dirs, path);
  }
  async function find(name: string): Promise<SpeechModel | undefined> {
    return (await list()).find((model) => model.name === name);
  }

  return {
    list,
    async add(given) {
      // A network chosen by itself stands for the folder with its tokens.
      const path = resolve(/\.onnx$/i.test(given) ? dirname(given) : given);
      let name = basename(path);
      try {
        const folder = (await stat(path)).isDirectory();
        const engine = folder ? 'sherpa-onnx' : 'whisper.cpp';
        const { weights } = await checkModel(engine, path);
        name = (await knownBy(engine, weights))?.name ?? listable(name, folder);
        const target = join(dir, name);
        if (folder) await mkdir(target, { recursive: true });
        for (const source of folder ? sherpaFiles(path)!.all : [path]) {
          const to = folder ? join(target, basename(source)) : target;
          if (to === source) continue;
          await copyWhole(source, to);
        }
      } catch (error) {
        throw fromSystemError(error, path);
      }
      await clearUploadedFolder(path);
      await context.audit.write('model.add', null, { name });
      await choose(name);
      return (await find(name))!;
    },
    choose,

    async remove(name) {
      const model = await find(name);
      if (!model || (!model.present && model.partBytes === 0)) return false;
      try {
        await rm(join(dir, name), { recursive: true, force: true });
        await rm(partOfModel(join(dir, name)), { force: true });
      } catch (error) {
        throw fromSystemError(error, name);
      }
      await context.audit.write('model.remove', null, { name });
      context.events.changed('settings');
      return true;
    },

    async pathOf(engine, model) {
      if (isAbsolute(model)) return model;
      // Only what is listed: no name leads out of the folder.
      const any = chosenOf(await list(), engine, model);
      if (!any) throw modelMissing(engine, model);
      return join(dir, any.name);
    },

    async checksum(name) {
      const model = await find(name);
      if (!model?.present) throw modelMissing(model?.engine ?? 'whisper.cpp', name);
      const { weights } = await checkModel(model.engine, join(dir, name));
      const published = model.known?.files.find((file) => file.name === basename(weights))?.sha256 ?? null;
      return { sha256: await sha256(weights), published };
    },
    sha256,
  };

  async function sha256(weights: string): Promise<string> {
    const { size, mtimeMs } = await stat(weights);
    const key = JSON.stringify([weights, size, mtimeMs]);
    const hash = hashes.get(key) ?? sha256OfFile(weights);
    hashes.set(key, hash);
    return hash;
  }
}

/** @param name of the model that is set; empty: any that the engine can use */
function chosenOf(models: readonly SpeechModel[], engine: TranscriptionEngineName, name: string) {
  return models.find(
    (one) => one.present && (name === '' ? one.engine === modelsOf[engine] && !one.wrongSize : one.name === name),
  );
}

/** A name under which it is found again in `models/`. */
function listable(name: string, folder: boolean): string {
  if (!folder) return /\.bin$/i.test(name) ? name : `${name}.bin`;
  // The folder of the networks that tell voices apart is no place for another one.
  return isPart(name) || name === separationFolder ? `${name}-model` : name;
}

/** Nothing of a copy that failed stays: it may be what filled the disk. */
async function copyWhole(source: string, to: string): Promise<void> {
  try {
    await copyFile(source, partOfModel(to), constants.COPYFILE_FICLONE);
    await rename(partOfModel(to), to);
  } catch (error) {
    await rm(partOfModel(to), { force: true });
    throw error;
  }
}

const sizeOfAll = async (paths: readonly string[]): Promise<number> =>
  (await Promise.all(paths.map(sizeOf))).reduce((sum, size) => sum + size, 0);
const sizeOf = async (path: string): Promise<number> => (await stat(path).catch(() => null))?.size ?? 0;
