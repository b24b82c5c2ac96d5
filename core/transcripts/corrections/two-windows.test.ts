/** Edits that were made without having seen what stands, and edits that are asked for twice. */
import { describe, expect, it } from 'vitest';
import type { TranscriptEdit } from '../../contract/index.ts';
import { setUpCorrections } from './testing.ts';

const { id, changed, read, services, lines, apply, undo, redo } = setUpCorrections();

describe('two windows', () => {
  const overtaken = { code: 'SENTENCE_CHANGED' };

  it('that correct the same sentence: the second is refused, and may then put its words over what it has seen', async () => {
    const { segments: seen } = await read();
    const sentence = seen[2]!.id;
    await apply({ kind: 'text', sentence, text: '这个归我管' }, seen);
    await expect(apply({ kind: 'text', sentence, text: '这个不归我们管' }, seen)).rejects.toMatchObject(overtaken);
    expect((await lines())[2]).toBe('4.5-6 agent 这个归我管');
    expect(changed).toEqual([id]);
    await apply({ kind: 'text', sentence, text: '这个不归我们管' }, (await read()).segments);
    expect((await lines())[2]).toBe('4.5-6 agent 这个不归我们管');
  });

  it('that correct different sentences, or different things of one, do not get into each other’s way', async () => {
    const { segments: seen } = await read();
    const [first, second] = [seen[0]!.id, seen[1]!.id];
    await apply({ kind: 'text', sentence: first, text: '您好' }, seen);
    await apply({ kind: 'text', sentence: second, text: '我要退订' }, seen);
    await apply({ kind: 'speaker', sentence: second, speaker: 'unknown' }, seen);
    await apply({ kind: 'times', sentence: second, start: 2.6, end: 4 }, seen);
    expect((await lines()).slice(0, 2)).toEqual(['0-2 agent 您好', '2.6-4 unknown 我要退订']);
  });

  it('that correct a sentence alike agree', async () => {
    const { segments: seen } = await read();
    const edit = { kind: 'text', sentence: seen[2]!.id, text: '这个归我管' } as const;
    await apply(edit, seen);
    expect((await apply(edit, seen)).editId).toBeNull();
  });

  /** What a window does that has not seen what the other one did to the third sentence. */
  const blind: [
    string,
    TranscriptEdit['kind'],
    (ids: number[]) => TranscriptEdit,
    (ids: number[]) => TranscriptEdit,
  ][] = [
    ['words', 'split', word, ([, , sentence]) => ({ kind: 'split', sentence: sentence!, text: '这个不归我管', at: 2 })],
    ['words', 'merge', word, ([, , first, second]) => ({ kind: 'merge', first: first!, second: second! })],
    [
      'speaker',
      'merge',
      ([, , sentence]) => ({ kind: 'speaker', sentence: sentence!, speaker: 'customer' }),
      ([, , first, second]) => ({ kind: 'merge', first: first!, second: second! }),
    ],
    ['words', 'remove', word, ([, , sentence]) => ({ kind: 'remove', sentence: sentence! })],
    ['words', 'restore', word, ([, , sentence]) => ({ kind: 'restore', sentence: sentence! })],
    ['words', 'restore-all', word, () => ({ kind: 'restore-all' })],
    [
      'removal',
      'restore-all',
      ([, , sentence]) => ({ kind: 'remove', sentence: sentence! }),
      () => ({ kind: 'restore-all' }),
    ],
    [
      'speaker',
      'speaker',
      ([, , sentence]) => ({ kind: 'speaker', sentence: sentence!, speaker: 'customer' }),
      ([, , sentence]) => ({ kind: 'speaker', sentence: sentence!, speaker: 'unknown' }),
    ],
    ['swap', 'swap', () => ({ kind: 'swap' }), () => ({ kind: 'swap' })],
    [
      'times',
      'times',
      ([, , sentence]) => ({ kind: 'times', sentence: sentence!, start: 4.6, end: 6 }),
      ([, , sentence]) => ({ kind: 'times', sentence: sentence!, start: 4.5, end: 5.9 }),
    ],
  ];
  function word([, , sentence]: number[]): TranscriptEdit {
    return { kind: 'text', sentence: sentence!, text: '这个归我管' };
  }
  it.each(blind)(
    'keep the %s of the one from a %s of the other that has not seen it',
    async (_what, _how, one, other) => {
      const { segments: seen } = await read();
      const ids = seen.map((sentence) => sentence.id);
      const { transcript } = await apply(one(ids), seen);
      await expect(apply(other(ids), seen)).rejects.toMatchObject(overtaken);
      expect(await read()).toEqual(transcript);
      // Once it was seen, it is done.
      expect((await apply(other(ids))).editId).not.toBeNull();
    },
  );

  it('keep a half removed that the other one would bring back with the whole sentence', async () => {
    const [, , whole] = (await read()).segments;
    await apply({ kind: 'split', sentence: whole!.id, text: whole!.text, at: 2 });
    const { segments: seen } = await read();
    await apply({ kind: 'remove', sentence: seen[3]!.id }, seen);
    await expect(apply({ kind: 'restore', sentence: seen[2]!.id }, seen)).rejects.toMatchObject(overtaken);
    expect((await apply({ kind: 'restore', sentence: seen[2]!.id })).editId).not.toBeNull();
  });

  it('undo their own steps only, and not under the other’s', async () => {
    const { segments: seen } = await read();
    const { editId: mine } = await apply({ kind: 'text', sentence: seen[2]!.id, text: '我的' }, seen);
    const { editId: theirs } = await apply({ kind: 'text', sentence: seen[2]!.id, text: '对方的' });
    await expect(undo(mine)).rejects.toMatchObject({ code: 'EDIT_OVERTAKEN' });
    expect((await lines())[2]).toBe('4.5-6 agent 对方的');
    await undo(theirs);
    await undo(mine);
    expect((await lines())[2]).toBe('4.5-6 agent 这个不归我管');
  });
});

describe('what is asked for again because its answer got lost', () => {
  it('is done once: an edit, its undo and its redo', async () => {
    const { segments: seen } = await read();
    const split = { kind: 'split', sentence: seen[0]!.id, text: seen[0]!.text, at: 2 } as const;
    const ask = { recordingId: id, editId: 'lost', edit: split, seen };
    const { transcript } = await services().corrections.apply(ask, {});
    expect(await services().corrections.apply(ask, {})).toEqual({ editId: 'lost', transcript });
    const undone = await undo('lost');
    expect(await undo('lost')).toEqual(undone);
    expect(undone.segments.map(({ text }) => text)).toEqual(seen.map(({ text }) => text));
    const redone = await redo('lost');
    expect(await redo('lost')).toEqual(redone);
    expect(redone.segments).toHaveLength(5);
    const log = services()
      .context.library.raw.prepare('SELECT action FROM audit_log WHERE action LIKE ?')
      .pluck()
      .all('%correct%');
    expect(log).toEqual(['transcript.correct', 'transcript.undo-correction', 'transcript.redo-correction']);
  });
});
