import { describe, expect, it } from 'vitest';
import { createWriteQueue, type Write } from './write-queue.ts';

class Gone extends Error {}

/** A core that keeps a list of texts and can be taken away. */
function setup() {
  const core = { saved: [] as string[], alive: true, losesReply: false };
  const seen: string[][] = [];
  const refused: unknown[] = [];
  let back = () => {};
  const queue = createWriteQueue<string[]>([], {
    onChange: (view) => seen.push(view),
    onSaved: () => {},
    onRefused: (_write, error) => refused.push(error),
    isGone: (error) => error instanceof Gone,
    untilBack: () => (core.alive ? Promise.resolve() : new Promise((resolve) => (back = resolve))),
    reload: async () => [...core.saved],
  });
  const add = (text: string): Write<string[]> => ({
    apply: (state) => [...state, text],
    landed: (before, after) => after.length > before.length,
    async send() {
      if (!core.alive) throw new Gone();
      if (text === 'bad') throw new Error('refused');
      core.saved.push(text);
      if (core.losesReply) {
        core.losesReply = false;
        throw new Gone();
      }
      return [...core.saved];
    },
  });
  const restart = () => {
    core.alive = true;
    back();
  };
  return { core, seen, refused, queue, add, restart };
}

describe('autosave', () => {
  it('shows a change at once and saves changes in their order', async () => {
    const { core, seen, queue, add } = setup();
    queue.push(add('a'));
    queue.push(add('b'));
    expect(seen.at(-1)).toEqual(['a', 'b']);
    await queue.idle();
    expect(core.saved).toEqual(['a', 'b']);
  });

  it('keeps everything while the core is away and sends it once it is back', async () => {
    const { core, seen, queue, add, restart } = setup();
    core.alive = false;
    queue.push(add('a'));
    queue.push(add('b'));
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(seen.at(-1)).toEqual(['a', 'b']);
    restart();
    await queue.idle();
    expect(core.saved).toEqual(['a', 'b']);
  });

  it('does not do twice what was done when only the reply was lost', async () => {
    const { core, queue, add } = setup();
    core.losesReply = true;
    queue.push(add('a'));
    await queue.idle();
    expect(core.saved).toEqual(['a']);
  });

  it('takes back what the core refuses, tells it, and goes on', async () => {
    const { core, seen, refused, queue, add } = setup();
    queue.push(add('bad'));
    queue.push(add('b'));
    await queue.idle();
    expect(core.saved).toEqual(['b']);
    expect(seen.at(-1)).toEqual(['b']);
    expect(refused).toHaveLength(1);
  });

  it('does not let an older reading hide a change on its way', async () => {
    const { seen, queue, add } = setup();
    queue.push(add('a'));
    queue.refresh([]);
    expect(seen.at(-1)).toEqual(['a']);
    await queue.idle();
  });
});
