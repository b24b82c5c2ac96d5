import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { samplesDir, tempDir } from '../../test-support/test-core.ts';
import { createRecordings } from '../recordings-service.ts';
import { createTestImports, otherCall, place, shortCall, soundOf, type TestImports } from './test-imports.ts';

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

const call = shortCall.replace('.wav', '');
const beside = (name: string, content: string) => writeFileSync(join(calls, name), content);
const remarksOf = async (id: string) => (await createRecordings(app.core.context).get({ id }, {})).remarks;

it('a truncated MP3 and a WAV whose header lies come in with a remark, in the result and with the recording', async () => {
  const mp3 = readFileSync(join(samplesDir, '20260302_101544_8012_13700001111.mp3'));
  writeFileSync(join(calls, 'cut.mp3'), mp3.subarray(0, 100_000));
  const wav = readFileSync(soundOf(shortCall));
  wav.writeUInt32LE(10_000_000, wav.indexOf('data') + 4);
  writeFileSync(join(calls, 'lying.wav'), wav);
  place(calls, otherCall, 'whole.wav');
  const { imported, failed, remarks } = await app.run({ paths: [calls], transcripts: false });
  expect({ imported, failed }).toEqual({ imported: 3, failed: [] });
  expect(remarks.map(({ file, remark }) => [file, remark.code])).toEqual([
    ['cut.mp3', 'SHORTER_THAN_CLAIMED'],
    ['lying.wav', 'SHORTER_THAN_CLAIMED'],
  ]);
  expect(await remarksOf(remarks[0]!.recordingId)).toEqual([
    { code: 'SHORTER_THAN_CLAIMED', claimedMs: 133_955, realMs: expect.closeTo(33_300, -3) },
  ]);
});

it('an unreadable transcript beside is named; the recording comes in, and a readable one later settles it', async () => {
  place(calls);
  beside(`${call}.json`, '{"sentences": "none"}');
  const { imported, transcripts, remarks, recordings } = await app.run({ paths: [calls] });
  expect({ imported, transcripts }).toEqual({ imported: 1, transcripts: 0 });
  expect(remarks).toEqual([
    {
      recordingId: recordings[0]!.id,
      file: shortCall,
      remark: { code: 'TRANSCRIPT_UNREADABLE', file: `${call}.json` },
    },
  ]);
  // Imported again, nothing has changed: said once more, not twice.
  expect((await app.run({ paths: [calls] })).remarks).toEqual(remarks);
  beside(`${call}.srt`, '1\n00:00:01,000 --> 00:00:02,000\n坐席：您好\n');
  expect(await app.run({ paths: [calls] })).toMatchObject({ duplicates: 1, transcripts: 1, remarks: [] });
  expect(await remarksOf(recordings[0]!.id)).toEqual([]);
});

it('a transcript that can be read is taken without a word about another file beside', async () => {
  place(calls);
  beside(`${call}.json`, '{"call": 17}');
  beside(`${call}.txt`, '坐席：您好\n客户：你好\n');
  expect(await app.run({ paths: [calls] })).toMatchObject({ transcripts: 1, remarks: [] });
});
