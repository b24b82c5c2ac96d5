import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { MediaWorkers } from '../../audio/media-workers.ts';
import { DomainError } from '../../domain-error.ts';
import { tempDir } from '../../test-support/test-core.ts';
import {
  callNames,
  createTestImports,
  otherCall,
  place,
  sharedMedia,
  shortCall,
  soundOf,
  type TestImports,
} from './test-imports.ts';

let app: TestImports;
let calls: string;
beforeEach(() => {
  app = createTestImports();
  calls = tempDir();
});
afterEach(async () => {
  await app.close();
  rmSync(calls, { recursive: true });
});

const write = (name: string, content: string | Uint8Array) => {
  const path = join(calls, name);
  writeFileSync(path, content);
  return path;
};
const mediaFiles = () =>
  ['peaks', 'proxies', 'originals'].flatMap((folder) => {
    const path = join(app.core.context.dirs.media, folder);
    return existsSync(path) ? readdirSync(path) : [];
  });
const rejects = (work: Promise<unknown>, code: string) => expect(work).rejects.toMatchObject({ code });

describe('a file that fails', () => {
  it('stays in the list with its reason while the others go on, and leaves nothing behind', async () => {
    place(calls);
    write('empty.wav', '');
    write('letter.wav', 'Dear customer, this is no recording.'.repeat(20));
    const result = await app.run({ paths: [calls, join(calls, 'gone.wav')] });
    expect(result).toMatchObject({ state: 'done', imported: 1, total: 4 });
    expect(result.failed.map(({ file, code }) => [file, code]).toSorted()).toEqual([
      ['empty.wav', 'FILE_EMPTY'],
      ['gone.wav', 'FILE_NOT_FOUND'],
      ['letter.wav', 'NOT_AUDIO'],
    ]);
    expect(result.failed.every(({ message }) => message.zh !== '' && message.en !== '')).toBe(true);
    expect(mediaFiles().map((name) => name.split('.')[0])).toEqual([
      result.recordings[0]!.id,
      result.recordings[0]!.id,
    ]);
    expect(await app.imports.failures(undefined, {})).toHaveLength(3);
  });
  it('comes in by retry once it is mended, and then leaves the list', async () => {
    place(calls, otherCall);
    const broken = write(shortCall, 'not yet');
    const { failed } = await app.run({ paths: [calls] });
    const again = await app.end((await app.imports.retry({ failureIds: [failed[0]!.id] }, {})).jobId);
    expect(again).toMatchObject({ imported: 0, total: 1, failed: [{ code: 'NOT_AUDIO' }] });
    copyFileSync(soundOf(shortCall), broken);
    const [failure, ...others] = await app.imports.failures(undefined, {});
    expect(others).toEqual([]);
    const mended = await app.end((await app.imports.retry({ failureIds: [failure!.id] }, {})).jobId);
    expect(mended).toMatchObject({ imported: 1, failed: [], recordings: [{ file: shortCall }] });
    expect(await app.imports.failures(undefined, {})).toEqual([]);
  });
  it('can be dismissed', async () => {
    const { failed } = await app.run({ paths: [write('empty.wav', ''), place(calls)] });
    expect(await app.imports.dismiss({ failureIds: failed.map(({ id }) => id) }, {})).toEqual({ dismissed: 1 });
    expect(await app.imports.failures(undefined, {})).toEqual([]);
  });
  it('that is still being written is not taken half', async () => {
    const path = place(calls);
    const media = sharedMedia;
    const growing: MediaWorkers = {
      ...media,
      async ingest(request, signal) {
        const facts = await media.ingest(request, signal);
        writeFileSync(path, 'more', { flag: 'a' });
        return facts;
      },
    };
    const second = createTestImports({ media: growing });
    expect(await second.run({ paths: [path] })).toMatchObject({ imported: 0, failed: [{ code: 'FILE_CHANGED' }] });
    expect(readdirSync(join(second.core.context.dirs.media, 'peaks'))).toEqual([]);
    await second.close();
  });
});

describe('a full disk', () => {
  it('stops the job, keeps what is done, and lets it go on later', async () => {
    for (const name of callNames.slice(0, 3)) place(calls, name);
    const media = sharedMedia;
    let room = 1;
    const tight: MediaWorkers = {
      ...media,
      async ingest(request, signal) {
        if (room-- <= 0) throw new DomainError('DISK_FULL', { path: request.peaksPath });
        return media.ingest(request, signal);
      },
    };
    const second = createTestImports({ media: tight, ports: { workers: 1 } });
    const stopped = await second.run({ paths: [calls] });
    expect(stopped).toMatchObject({ state: 'failed', imported: 1, total: 3, failed: [{ code: 'DISK_FULL' }] });
    room = 9;
    await second.jobs.resume({ id: stopped.jobId }, {});
    expect(await second.end(stopped.jobId)).toMatchObject({ state: 'done', imported: 2 });
    await second.close();
  });
});

describe('a database that cannot grow', () => {
  it('stops the job with the reason, and lets it go on later', async () => {
    const path = place(calls);
    const { raw } = app.core.context.library;
    const rows = Array.from({ length: 300 }, (_, n) => `call-${n}.wav,8101,${'x'.repeat(200)}`);
    const cdr = { path: write('cdr.csv', `file,agent,remark\n${rows.join('\n')}\n`) };
    raw.pragma(`max_page_count = ${raw.pragma('page_count', { simple: true })}`);
    const stopped = await app.run({ paths: [path], cdr });
    expect(stopped).toMatchObject({ state: 'failed', imported: 0, total: 1, failed: [{ code: 'DISK_FULL' }] });
    raw.pragma('max_page_count = 1000000');
    await app.jobs.resume({ id: stopped.jobId }, {});
    const end = await app.end(stopped.jobId);
    expect(end).toMatchObject({ state: 'done', imported: 1, failed: [], cdr: { rows: 300, repeated: 0 } });
  });
});

describe('what cannot be imported at all', () => {
  it('is a folder without recordings', async () => {
    mkdirSync(join(calls, 'sub'));
    write('notes.txt', 'x');
    await rejects(app.imports.start({ paths: [calls] }, {}), 'NO_AUDIO_FOUND');
    await rejects(app.imports.scan({ paths: [calls] }, {}), 'NO_AUDIO_FOUND');
    expect(await app.jobs.list(undefined, {})).toEqual([]);
  });
  it('is a path that is not there', () =>
    rejects(app.imports.start({ paths: [join(calls, 'x')] }, {}), 'FILE_NOT_FOUND'));
  it('is anything with a pattern that means nothing', () =>
    rejects(app.imports.start({ paths: [place(calls)], pattern: '{nonsense}' }, {}), 'PATTERN_INVALID'));
  it('is a job that nobody knows', async () => {
    await rejects(app.imports.result({ jobId: 'x' }, {}), 'JOB_NOT_FOUND');
    await rejects(app.imports.watch({ jobId: 'x' }, {}), 'JOB_NOT_FOUND');
    await rejects(app.imports.retry({ failureIds: ['x'] }, {}), 'JOB_NOT_FOUND');
  });
});

describe('names and folders that mean harm', () => {
  it.each(['it\'s a "call" $(touch PWNED) `x` ;&|.wav', '录音 中文　全角.wav', '-rf.wav', '%s%n.wav', 'call\n2.wav'])(
    '%j is plain data',
    async (name) => {
      place(join(calls, "o'dir $(x)"), shortCall, name);
      const result = await app.run({ paths: [calls] });
      expect(result.failed).toEqual([]);
      expect(result.recordings.map(({ file }) => file)).toEqual([name]);
      expect(existsSync('PWNED')).toBe(false);
    },
  );
  it('a link that leads back to its own folder is followed once', async () => {
    place(join(calls, 'a'));
    symlinkSync(calls, join(calls, 'a', 'loop'));
    symlinkSync(join(calls, 'nowhere'), join(calls, 'dangling.wav'));
    expect(await app.run({ paths: [calls] })).toMatchObject({ total: 1, imported: 1, failed: [] });
  });
  it('a file that is named by itself is tried whatever its extension', async () => {
    expect(await app.run({ paths: [place(calls, shortCall, 'call.dat')] })).toMatchObject({ imported: 1 });
  });
  it('transcripts and tables that were dropped together with recordings are not taken for sound', async () => {
    const paths = [place(calls), write('a.srt', 'x'), write('cdr.csv', 'file\n'), write('notes.txt', 'x')];
    expect(await app.run({ paths })).toMatchObject({ total: 1, imported: 1, failed: [] });
  });
  it('one file named twice, by itself and by its folder, comes in once', async () => {
    const path = place(calls);
    expect(await app.run({ paths: [calls, path] })).toMatchObject({ total: 1, imported: 1, duplicates: 0 });
  });
  it('the library’s own copies are never imported again', async () => {
    place(calls);
    await app.run({ paths: [calls], copyIn: true });
    await rejects(app.imports.start({ paths: [app.core.context.dirs.root] }, {}), 'NO_AUDIO_FOUND');
  });
});
