import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeWav } from '../../audio/testing.ts';
import { tempDir } from '../../test-support/test-core.ts';
import { groupSides } from './call-sides.ts';
import { createTestImports, place, type TestImports } from './test-imports.ts';

describe('files of one call', () => {
  it.each([
    [['/r/20260409-081500_8101-in.wav', '/r/20260409-081500_8101-out.wav'], '/r/20260409-081500_8101.wav'],
    [['/r/20260409-081500_8101_RX.wav', '/r/20260409-081500_8101_TX.wav'], '/r/20260409-081500_8101.wav'],
    [['/r/a.客户.wav', '/r/a.坐席.wav'], '/r/a.wav'],
    [['/r/a (customer).wav', '/r/a (agent).wav'], '/r/a.wav'],
    [['/r/20260409-081500_R.wav', '/r/20260409-081500_L.wav'], '/r/20260409-081500.wav'],
    [['/r/right-20260409-081500.wav', '/r/left-20260409-081500.wav'], '/r/20260409-081500.wav'],
    [['/r/1775693700.42-in.ulaw.wav', '/r/1775693700.42-out.ulaw.wav'], '/r/1775693700.42.wav'],
  ])('%j are the sides of %s', (files, whole) => {
    const { calls, rest } = groupSides(files);
    expect(calls).toMatchObject([{ paths: files.toReversed(), whole, mix: null }]);
    expect(rest).toEqual([]);
  });
  it.each([
    [['/r/20260409-081500-in.wav', '/r/20260409-081501-out.wav']],
    [['/r/20260409-081500-in.wav', '/s/20260409-081500-out.wav']],
    [['/r/20260409-081500-in.wav', '/r/20260409-081500-all.wav']],
    [['/r/8101_in.wav', '/r/8101_out.wav']],
    [['/r/checkin.wav', '/r/checkout.wav']],
    [['/r/part l.wav', '/r/part r.wav']],
    [['/r/in-20260409-081500.wav', '/r/out-20260409-081500.wav']],
    [['/r/20260409-081500-in.wav', '/r/20260409-081500-out.mp3']],
  ])('%j stay apart', (files) => expect(groupSides(files)).toEqual({ calls: [], rest: files }));
  it('may have a mix beside them, named so or not at all', () => {
    for (const mix of ['/r/20260409-081500-all.wav', '/r/20260409-081500.wav'])
      expect(groupSides(['/r/20260409-081500-in.wav', '/r/20260409-081500-out.wav', mix]).calls[0]?.mix).toBe(mix);
  });
});

describe('an import of calls recorded by sides', () => {
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
  const stem = '20260409_081500_8101_13900000001';
  const tone = (hz: number, rate = 8000) =>
    Int16Array.from({ length: rate }, (_, i) => Math.round(9000 * Math.sin((2 * Math.PI * hz * i) / rate)));
  const stored = () => app.core.context.library.db.selectFrom('recordings').selectAll().execute();

  it('brings one recording of two channels, names the mix, and knows the call when it comes again', async () => {
    writeWav(join(calls, `${stem}-in.wav`), 8000, [tone(300)]);
    writeWav(join(calls, `${stem}-out.wav`), 8000, [tone(900)]);
    writeWav(join(calls, `${stem}-all.wav`), 8000, [tone(600)]);
    const seen = await app.imports.scan({ paths: [calls] }, {});
    expect(seen).toMatchObject({ audioFiles: 1 });
    expect(seen.patterns[0]).toEqual({ pattern: '{date}_{time}_{agent}_{phone}', matched: 1 });
    const first = await app.run({ paths: [calls] });
    expect(first).toMatchObject({ total: 1, imported: 1, filesFound: 3, leftOut: [{ kind: 'mix', count: 1 }] });
    expect(await stored()).toMatchObject([
      { file: `${stem}.wav`, channels: 2, agent_no: '8101', phone: '13900000001', origin: 'copied' },
    ]);
    expect(await app.run({ paths: [calls] })).toMatchObject({ imported: 0, duplicates: 1 });
  });
  it('takes the mix where the sides cannot be joined, and says so where there is none', async () => {
    writeWav(join(calls, `${stem}-in.wav`), 8000, [tone(300)]);
    writeWav(join(calls, `${stem}-out.wav`), 16_000, [tone(900, 16_000)]);
    expect((await app.run({ paths: [calls] })).failed).toMatchObject([{ code: 'SIDES_DIFFER' }]);
    place(calls, undefined, `${stem}.wav`);
    expect(await app.run({ paths: [calls] })).toMatchObject({ imported: 1, failed: [] });
    expect(await stored()).toMatchObject([{ file: `${stem}.wav`, channels: 1 }]);
  });
});
