import { mkdirSync, readdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { MediaWorkers } from '../audio/media-workers.ts';
import type { CoreContext } from '../context.ts';
import { addRecording } from '../test-support/library-rows.ts';
import { createTestCore, samplesDir, warmWorkers } from '../test-support/test-core.ts';
import { createMediaResolver, type MediaResolver } from './resolve.ts';

const wav = join(samplesDir, '20260302_091503_8012_13800138001.wav');
const gsm = join(samplesDir, '20260303_140210_8015_13622223333.wav');
let context: CoreContext;
let resolve: MediaResolver;

const start = (media?: MediaWorkers) => {
  const core = createTestCore({ media, ports: { spawnWorker: warmWorkers } });
  onTestFinished(() => core.close());
  context = core.context;
  resolve = createMediaResolver(context);
};
const put = (dir: string, name: string, content = 'x') => {
  const file = join(dir, name);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, content);
  return file;
};
const addClip = (id: string, recordingId: string, startMs: number, endMs: number) =>
  context.library.db
    .insertInto('clips')
    .values({
      id,
      recording_id: recordingId,
      start_ms: startMs,
      end_ms: endMs,
      title: '',
      kind: 'bad',
      template_id: null,
      item_id: null,
      note: '',
      text: '',
      created_at: 0,
    })
    .execute();

describe('a recording', () => {
  beforeEach(() => start());

  it('plays from its original, or from its proxy when it has one', async () => {
    await addRecording(context.library, 'r1', { path: wav });
    await addRecording(context.library, 'r2', { path: gsm, playback: 'proxy', proxy_file: 'proxies/r2.flac' });
    const proxy = put(context.dirs.media, 'proxies/r2.flac');
    expect(await resolve('recordings/r1/audio')).toEqual({ file: wav, contentType: 'audio/wav' });
    expect(await resolve('recordings/r2/audio')).toEqual({ file: proxy, contentType: 'audio/flac' });
  });

  it('shows its peaks', async () => {
    await addRecording(context.library, 'r1', { path: wav, peaks_file: 'peaks/r1.dat' });
    expect(await resolve('recordings/r1/peaks')).toBeNull();
    const file = put(context.dirs.media, 'peaks/r1.dat');
    expect(await resolve('recordings/r1/peaks')).toEqual({ file, contentType: 'application/octet-stream' });
  });

  it('that is gone, unknown or has no such part is not found', async () => {
    await addRecording(context.library, 'r1', { path: join(context.dirs.root, 'gone.wav') });
    for (const path of ['recordings/r1/audio', 'recordings/nope/audio', 'recordings/r1', 'recordings/r1/path', ''])
      expect(await resolve(path), path).toBeNull();
  });

  it('never has a row of the database name a file outside the media folder', async () => {
    put(context.dirs.root, 'outside.dat');
    await addRecording(context.library, 'r1', { path: wav, peaks_file: '../outside.dat' });
    await addRecording(context.library, 'r2', { path: wav, peaks_file: join(context.dirs.root, 'outside.dat') });
    expect(await resolve('recordings/r1/peaks')).toBeNull();
    expect(await resolve('recordings/r2/peaks')).toBeNull();
  });

  it('is never served as something a browser would show as a page', async () => {
    const page = put(context.dirs.inbox, 'call.html', '<script>alert(1)</script>');
    await addRecording(context.library, 'r1', { path: page });
    expect(await resolve('recordings/r1/audio')).toMatchObject({ contentType: 'application/octet-stream' });
  });
});

describe('a clip', () => {
  it('is cut when it is first asked for, once, and again when its ends were moved', async () => {
    const cuts: string[] = [];
    start({
      ingest: () => Promise.reject(new Error('not asked for')),
      measure: () => Promise.reject(new Error('not asked for')),
      join: () => Promise.reject(new Error('not asked for')),
      async cut({ outPath, span }) {
        cuts.push(`${span.start}-${span.end}`);
        await new Promise(setImmediate);
        writeFileSync(outPath, 'RIFF');
        return { durationMs: 1 };
      },
      async close() {},
    } as MediaWorkers);
    await addRecording(context.library, 'r1', { path: wav });
    await addClip('k1', 'r1', 1250, 3500);
    const [one, two] = await Promise.all([resolve('clips/k1/audio'), resolve('clips/k1/audio')]);
    expect(one).toEqual(two);
    expect(one).toMatchObject({ contentType: 'audio/wav' });
    await resolve('clips/k1/audio');
    expect(cuts).toEqual(['1.25-3.5']);

    await context.library.db.updateTable('clips').set({ end_ms: 4000 }).execute();
    expect((await resolve('clips/k1/audio'))?.file).not.toBe(one?.file);
    expect(cuts).toEqual(['1.25-3.5', '1.25-4']);
    expect(readdirSync(join(context.dirs.media, 'clips'))).toHaveLength(2);
  });

  it('holds the sound of its span', async () => {
    start();
    await addRecording(context.library, 'r1', { path: wav });
    await addClip('k1', 'r1', 1000, 3000);
    const found = await resolve('clips/k1/audio');
    // Two seconds of 16-bit sound of both channels at 8 kHz, behind the header.
    expect(statSync(found!.file).size).toBe(2 * 8000 * 2 * 2 + 44);
  });

  it('that is unknown, or whose recording is gone, is not found', async () => {
    start();
    await addRecording(context.library, 'r1', { path: join(context.dirs.root, 'gone.wav') });
    await addClip('k1', 'r1', 0, 10);
    expect(await resolve('clips/k1/audio')).toBeNull();
    expect(await resolve('clips/nope/audio')).toBeNull();
  });
});

describe('an exported file', () => {
  beforeEach(() => start());

  it('is a download under its own name', async () => {
    const name = '日报 100% 2026-03-02.xlsx';
    const file = put(context.dirs.exports, name);
    expect(await resolve(`/exports/${encodeURIComponent(name)}`)).toEqual({
      file,
      contentType: 'application/octet-stream',
      downloadName: name,
    });
  });

  it.each([
    ['the folder above', 'exports/../library.db'],
    ['the folder above, encoded', 'exports/..%2flibrary.db'],
    ['the folder above, encoded twice', 'exports/..%252flibrary.db'],
    ['the folder above, dots encoded', 'exports/%2e%2e/library.db'],
    ['a backslash', 'exports/..%5clibrary.db'],
    ['the folder itself', 'exports/.'],
    ['the folder above itself', 'exports/..'],
    ['an absolute path', 'exports/%2fetc%2fpasswd'],
    ['an empty part', 'exports//etc/passwd'],
    ['a drive', 'exports/C:secret'],
    ['a zero byte', 'exports/report.csv%00.xlsx'],
    ['broken encoding', 'exports/%e0%a4%a'],
    ['a folder in it', 'exports/sub'],
    ['a file in a folder in it', 'exports/sub/report.csv'],
    ['a link', 'exports/link.csv'],
    ['another folder of the library', 'logs/report.csv'],
    ['a name of every object', '__proto__/report.csv'],
  ])('is never reached by %s', async (_what, path) => {
    put(context.dirs.exports, 'report.csv');
    put(context.dirs.exports, 'sub/report.csv');
    put(context.dirs.logs, 'report.csv');
    symlinkSync(join(context.dirs.root, 'library.db'), join(context.dirs.exports, 'link.csv'));
    expect(await resolve('exports/report.csv')).not.toBeNull();
    expect(await resolve(path)).toBeNull();
  });

  it('is the only thing that any made-up path can name', async () => {
    put(context.dirs.exports, 'report.csv');
    const part = fc.oneof(
      fc.constantFrom('..', '.', '', '%2e%2e', '%2f', '..%5c', 'exports', 'recordings', 'library.db', 'report.csv'),
      fc.string(),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(part, { maxLength: 6 }), async (parts) => {
        const found = await resolve(parts.join('/'));
        if (found) expect(found.file).toBe(join(context.dirs.exports, 'report.csv'));
      }),
    );
  });
});
