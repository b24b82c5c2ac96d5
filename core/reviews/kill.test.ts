import { fork } from 'node:child_process';
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { tempDir } from '../test-support/test-core.ts';
import { addRecording, createReviewBench } from './testing.ts';

interface Step {
  itemId: string;
  answer: 'yes' | 'no';
  round: number;
}
let dir: string;
beforeEach(async () => {
  dir = tempDir();
  const bench = await createReviewBench(dir);
  addRecording(bench.library);
  await bench.close();
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

/** Lets the child work until it has acknowledged `acks` steps, kills it in the next one and returns what it said. */
function workAndDie(acks: number): Promise<{ saved: Step[]; last: Step }> {
  const child = fork(fileURLToPath(new URL('./kill-child.ts', import.meta.url)), [dir], { execArgv: [] });
  return new Promise((resolve, reject) => {
    const saved: Step[] = [];
    let last: Step | undefined;
    child.on('message', (message: { next?: Step; saved?: Step }) => {
      if (message.next) last = message.next;
      if (message.saved) saved.push(message.saved);
      if (message.next && saved.length >= acks) child.kill('SIGKILL');
    });
    child.on('exit', (code, signal) =>
      signal === 'SIGKILL' && last ? resolve({ saved, last }) : reject(new Error(`child ended with ${code}`)),
    );
  });
}

test.each([1, 17, 60])(
  'after a kill in the middle of answer %i every acknowledged answer and comment is there',
  async (acks) => {
    const { saved, last } = await workAndDie(acks);
    const bench = await createReviewBench(dir);
    try {
      expect(bench.library.raw.pragma('integrity_check', { simple: true })).toBe('ok');
      const review = await bench.open();
      const expected = new Map(saved.map((step) => [step.itemId, step.answer]));
      for (const { itemId, answer } of review.answers) {
        // The killed step may have been written just before its acknowledgement.
        if (itemId === last.itemId) expect([expected.get(itemId) ?? null, last.answer]).toContain(answer);
        else expect(answer).toBe(expected.get(itemId) ?? null);
      }
      const texts = review.comments.map((comment) => comment.text);
      expect(texts).toEqual(expect.arrayContaining(saved.map(({ itemId, round }) => `${itemId} ${round}`)));
      expect(texts.length - saved.length).toBeLessThanOrEqual(1);
    } finally {
      await bench.close();
    }
  },
);
