import { afterEach, beforeEach, expect, it } from 'vitest';
import { addRecording } from '../test-support/library-rows.ts';
import { createTestCore, type TestCore } from '../test-support/test-core.ts';
import { loadCalls } from './load-call.ts';

let core: TestCore;
beforeEach(() => {
  core = createTestCore();
});
afterEach(() => core.close());

it.each([
  ['is shorter than it claims', { code: 'SHORTER_THAN_CLAIMED', claimedMs: 60_000, realMs: 30_000 }, true],
  ['stops halfway', { code: 'CUT_OFF' }, true],
  ['has a hole', { code: 'PARTS_DAMAGED', missingMs: 900 }, false],
  ['has an unreadable transcript beside it', { code: 'TRANSCRIPT_UNREADABLE', file: 'a.json' }, false],
])('a recording that %s: whether its end is missing is known to the rules', async (_what, remark, missing) => {
  await addRecording(core.context.library, 'r1', { remarks: JSON.stringify([remark]) });
  const [loaded] = await loadCalls(core.context, ['r1']);
  expect(loaded!.call.recording.endMissing).toBe(missing);
});
