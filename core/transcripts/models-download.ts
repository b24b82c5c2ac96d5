/** Fetches known models from the mirror: goes on where it stopped, and takes only what has the right checksum. */
import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { newestJob, pendingItems } from '../../db/index.ts';
import type { CoreContext } from '../context.ts';
import { DomainError, fromSystemError } from '../domain-error.ts';
import type { JobRun } from '../jobs/job-run.ts';
import type { Jobs } from '../jobs/jobs-service.ts';
import { sha256OfFile } from '../media/file-hash.ts';
import { type Models, partOfModel } from './models.ts';
import type { KnownModel, ModelFile } from './models-catalogue.ts';

type Downloadable = Pick<KnownModel, 'name' | 'engine' | 'files'>;

interface Download {
  name: string;
  /** The mirror when it was asked for, so that a resumed download stays with it. */
  mirror: string;
}

const unfinished = ['queued', 'running', 'paused', 'failed'] as const;
/** Without a byte for so long the mirror counts as gone. */
const silentMs = 60_000;

export function createModelDownloads(
  context: CoreContext,
  { jobs, models, known }: { jobs: Jobs; models: Models; known: readonly Downloadable[] },
): { start(name: string): Promise<string> } {
  const { library, settings, clock } = context;

  async function run(job: JobRun): Promise<void> {
    const { name, mirror } = job.payload as Download;
    const model = known.find((one) => one.name === name);
    if (!model) throw new DomainError('MODEL_MISSING', { model: name, engine: '', source: mirror });
    const whole = model.files.reduce((sum, file) => sum + file.bytes, 0);
    const startedAt = clock();
    const pending = await pendingItems(library.db, job.id, -1, model.files.length);
    const fileOf = (path: string) => model.files.find((one) => one.name === path)!;
    let there = whole - pending.reduce((sum, { path }) => sum + fileOf(path).bytes, 0);
    let came = 0;
    const report = () =>
      job.estimate(there / whole, came === 0 ? null : Math.round(((clock() - startedAt) / came) * (whole - there)));
    for (const item of pending) {
      const file = fileOf(item.path);
      job.working(item.path);
      await fetchFile(model, file, mirror, job.signal, (bytes, fresh) => {
        there += bytes;
        if (fresh) came += bytes;
        report();
      });
      await job.finish(item.id, { state: 'done' });
    }
    await context.audit.write('model.download', null, { name, mirror });
    await models.choose(name);
  }

  /** @param tell of bytes that are there: came now, or left from before */
  async function fetchFile(
    model: Downloadable,
    file: ModelFile,
    mirror: string,
    signal: AbortSignal,
    tell: (bytes: number, fresh: boolean) => void,
  ): Promise<void> {
    const target =
      model.engine === 'sherpa-onnx'
        ? join(context.dirs.models, model.name, file.name)
        : join(context.dirs.models, file.name);
    const part = partOfModel(target);
    const { host } = new URL(mirror);
    try {
      await mkdir(dirname(target), { recursive: true });
      let held = (await stat(part).catch(() => null))?.size ?? 0;
      if (held > file.bytes) held = 0;
      if (held < file.bytes)
        held = await receive(
          new URL(mirror.replace(/\/$/, '') + file.from),
          part,
          { held, whole: file.bytes },
          signal,
          tell,
        );
      else tell(held, false);
      if (held !== file.bytes)
        throw new DomainError('DOWNLOAD_FAILED', { host, model: model.name, detail: `${held}/${file.bytes}` });
      if ((await sha256OfFile(part, signal)) !== file.sha256) {
        await rm(part, { force: true });
        throw new DomainError('MODEL_CHECKSUM', { host, model: model.name });
      }
      await rename(part, target);
    } catch (error) {
      const expected = fromSystemError(error, target);
      if (expected instanceof DomainError) throw expected;
      throw new DomainError('DOWNLOAD_FAILED', { host, model: model.name, detail: reason(error) }, { cause: error });
    }
  }
  jobs.define('download', run);

  return {
    async start(name) {
      const model = known.find((one) => one.name === name);
      if (!model) throw new DomainError('INPUT_INVALID', { detail: name });
      const { modelMirror: mirror } = await settings.get();
      const before = await newestJob(library.db, { kind: 'download', label: name }, unfinished);
      const same = before && (JSON.parse(before.payload) as Download).mirror === mirror;
      if (same && (before.state === 'queued' || before.state === 'running')) return before.id;
      if (same) return (await jobs.resume({ id: before.id }, {})).id;
      // From another mirror; what came is gone on with.
      if (before) await jobs.cancel({ id: before.id }, {});
      const items = model.files.map((file) => ({ id: context.newId(), path: file.name }));
      return jobs.create({ kind: 'download', label: model.name, payload: { name, mirror } satisfies Download, items });
    },
  };
}

/**
 * @param size.held bytes that are there already
 * @param size.whole bytes that the file has; more are not taken
 * @returns bytes that are there now
 */
async function receive(
  url: URL,
  part: string,
  { held, whole }: { held: number; whole: number },
  signal: AbortSignal,
  tell: (bytes: number, fresh: boolean) => void,
): Promise<number> {
  const quiet = new AbortController();
  let timer = setTimeout(() => quiet.abort(), silentMs);
  const headers: Record<string, string> = held > 0 ? { range: `bytes=${held}-` } : {};
  try {
    const response = await fetch(url, { headers, signal: AbortSignal.any([signal, quiet.signal]) });
    if (!response.ok || !response.body) throw new Error(`HTTP ${response.status}`);
    // A server that knows no ranges sends the whole file again.
    const from = response.status === 206 ? held : 0;
    // What a network puts in the place of a file, a page to sign in on, must not cost the part that is there.
    const announced = Number(response.headers.get('content-length') ?? Number.NaN);
    const asIs = !response.headers.has('content-encoding');
    if (from === 0 && asIs && announced >= 0 && announced !== whole) throw new Error(`${announced}/${whole}`);
    let size = from;
    tell(from, false);
    const source = Readable.fromWeb(response.body as Parameters<typeof Readable.fromWeb>[0]);
    source.on('data', (bytes: Buffer) => {
      size += bytes.length;
      if (size > whole) source.destroy(new Error(`${size}/${whole}`));
      tell(bytes.length, true);
      clearTimeout(timer);
      timer = setTimeout(() => quiet.abort(), silentMs);
    });
    await pipeline(source, createWriteStream(part, { flags: from > 0 ? 'a' : 'w' }));
    return size;
  } finally {
    clearTimeout(timer);
  }
}

function reason(error: unknown): string {
  const { cause, message } = error as { cause?: { code?: string }; message?: string };
  return cause?.code ?? message ?? String(error);
}
