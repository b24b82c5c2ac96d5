import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openLibraryDb } from '../db/index.ts';
import { createCore } from './create-core.ts';
import { addRecording } from './test-support/library-rows.ts';
import { tempDir, testPorts } from './test-support/test-core.ts';

test('when the direction of a call is corrected, the rules look again and the review proposes accordingly', async () => {
  const dir = tempDir();
  const { services, close } = await createCore(testPorts(dir));
  onTestFinished(async () => {
    await close();
    rmSync(dir, { recursive: true, force: true });
  });
  const library = openLibraryDb(join(dir, 'library.db'));
  await addRecording(library, 'r1');
  await library.close();
  const reasons = async () => {
    const listed = await services.findings.list({ recordingIds: ['r1'] }, {});
    const of = (rule: string) => listed.find((finding) => finding.rule === rule)?.reason.en;
    return [of('answer-in-three-rings'), of('outbound-name-first')];
  };
  const proposedNa = async () =>
    (await services.reviews.open({ recordingId: 'r1' }, {})).answers
      .filter(({ machine }) => machine?.answer === 'na')
      .map(({ itemId }) => itemId);
  expect([await reasons(), await proposedNa()]).toEqual([[undefined, undefined], []]);

  await services.recordings.correct({ ids: ['r1'], change: { direction: 'outbound' } }, {});
  expect(await reasons()).toEqual(['no occasion', 'There is no transcript.']);
  expect(await proposedNa()).toEqual(['three-rings']);

  await services.recordings.correct({ ids: ['r1'], change: { direction: 'inbound' } }, {});
  expect(await reasons()).toEqual([expect.stringMatching(/ringing/), 'no occasion']);
  expect(await proposedNa()).toEqual(['outline', 'outbound-name']);
});
