import { createHash } from 'node:crypto';
import {
  appendFileSync,
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { schemaVersion } from '../../db/index.ts';
import type { CoreContext } from '../context.ts';
import { defaultSettings } from '../contract/index.ts';
import type { ServiceOf } from '../service.ts';
import { addRecording } from '../test-support/library-rows.ts';
import { createTestCore, samplesDir } from '../test-support/test-core.ts';
import { createAppService } from './app-service.ts';

let context: CoreContext;
let app: ServiceOf<'app'>;
let now = Date.UTC(2026, 2, 2, 15, 59);

beforeEach(() => {
  const core = createTestCore({ ports: { clock: () => now } });
  onTestFinished(() => core.close());
  context = core.context;
  app = createAppService(context);
});

describe('info', () => {
  it("tells today in the library's time zone", async () => {
    now = Date.UTC(2026, 2, 2, 15, 59, 59);
    expect((await app.info(undefined, {})).today).toBe('2026-03-02');
    now += 1000;
    expect((await app.info(undefined, {})).today).toBe('2026-03-03');
    await app.saveSettings({ timeZone: 'America/New_York' }, {});
    expect((await app.info(undefined, {})).today).toBe('2026-03-02');
  });

  it('tells what the library holds and how much room is left', async () => {
    await addRecording(context.library, 'r1');
    const info = await app.info(undefined, {});
    expect(info).toMatchObject({ recordings: 1, schemaVersion, shell: 'web', version: '0.0.0-test' });
    expect(info.library).toBe(context.dirs.root);
    expect(info.freeBytes).toBeGreaterThan(0);
  });
});

describe('settings', () => {
  it('start with their defaults and keep what is saved', async () => {
    expect(await app.settings(undefined, {})).toEqual(defaultSettings);
    await app.saveSettings({ language: 'en', layout: { review: { width: 3 } } }, {});
    expect(await app.saveSettings({ dailyGoal: 80 }, {})).toEqual({
      ...defaultSettings,
      language: 'en',
      layout: { review: { width: 3 } },
      dailyGoal: 80,
    });
  });

  it('fall back to the default where a stored value makes no sense', async () => {
    const rows = [
      { key: 'dailyGoal', value: '"many"' },
      { key: 'theme', value: '{broken' },
    ];
    await context.library.db.insertInto('settings').values(rows).execute();
    expect(await app.settings(undefined, {})).toEqual(defaultSettings);
  });

  it('refuse a time zone that does not exist', async () => {
    await expect(app.saveSettings({ timeZone: 'Mars/Base' }, {})).rejects.toMatchObject({ code: 'INPUT_INVALID' });
    expect((await app.settings(undefined, {})).timeZone).toBe('Asia/Shanghai');
  });

  it('announce their change to everyone who listens, until they leave', async () => {
    const leave = new AbortController();
    const events = (await app.events(undefined, { signal: leave.signal })) as AsyncIterable<unknown>;
    const seen: unknown[] = [];
    const listening = (async () => {
      for await (const event of events) seen.push(event);
    })();
    await app.saveSettings({ dailyGoal: 70 }, {});
    await new Promise(setImmediate);
    leave.abort();
    await listening;
    expect(seen).toEqual([{ type: 'changed', topic: 'settings' }]);
  });
});

describe('verify', () => {
  let calls: string;
  beforeEach(async () => {
    calls = join(context.dirs.inbox, 'calls');
    mkdirSync(calls);
    mkdirSync(join(context.dirs.media, 'peaks'));
    for (const name of readdirSync(samplesDir).filter((each) => each.endsWith('.mp3'))) {
      const path = join(calls, name);
      copyFileSync(join(samplesDir, name), path);
      writeFileSync(join(context.dirs.media, 'peaks', `${name}.dat`), 'peaks');
      await addRecording(context.library, name, {
        path,
        file: name,
        sha256: createHash('sha256').update(readFileSync(path)).digest('hex'),
        size_bytes: statSync(path).size,
        peaks_file: `peaks/${name}.dat`,
      });
    }
  });
  const verify = () => app.verify(undefined, {});
  const first = () => join(calls, readdirSync(calls)[0]!);
  const codes = async () => (await verify()).problems.map((problem) => problem.code);

  it('finds nothing wrong in a library as it should be', async () => {
    await context.audit.write('test', null);
    expect(await verify()).toEqual({ ok: true, checked: 2, problems: [] });
  });

  it('names a recording that is gone', async () => {
    const file = first();
    rmSync(file);
    const result = await verify();
    expect(result.ok).toBe(false);
    expect(result.problems).toMatchObject([{ code: 'RECORDING_FILE_MISSING', file }]);
  });

  it('names a recording that has grown', async () => {
    appendFileSync(first(), 'x');
    expect(await codes()).toEqual(['RECORDING_FILE_CHANGED']);
  });

  it('names a recording of the same size in which one bit changed', async () => {
    const file = first();
    const bytes = readFileSync(file);
    bytes[bytes.length >> 1]! ^= 1;
    writeFileSync(file, bytes);
    expect(await codes()).toEqual(['RECORDING_FILE_CHANGED']);
  });

  it('names missing peaks and a missing proxy', async () => {
    rmSync(join(context.dirs.media, 'peaks'), { recursive: true });
    await context.library.db
      .updateTable('recordings')
      .set({ playback: 'proxy', proxy_file: 'proxies/x.flac' })
      .execute();
    expect((await codes()).sort()).toEqual(['PEAKS_MISSING', 'PEAKS_MISSING', 'PROXY_MISSING', 'PROXY_MISSING']);
  });

  it('names a broken audit log and a reference to nothing', async () => {
    await context.audit.write('test', null);
    context.library.raw.exec(`
      DROP TRIGGER audit_log_no_update; UPDATE audit_log SET who = 'x';
      PRAGMA foreign_keys = OFF; INSERT INTO measures VALUES ('nobody', 1, '{}', 0);`);
    expect((await codes()).sort()).toEqual(['AUDIT_LOG_BROKEN', 'LIBRARY_DAMAGED']);
  });

  it('ends when the caller leaves', async () => {
    await expect(app.verify(undefined, { signal: AbortSignal.abort() })).rejects.toMatchObject({ name: 'AbortError' });
  });
});
