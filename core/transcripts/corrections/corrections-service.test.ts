import { describe, expect, it } from 'vitest';
import type { TranscriptEdit } from '../../contract/index.ts';
import { addRecording } from '../../test-support/library-rows.ts';
import { dialogue, setUpCorrections } from './testing.ts';

const { id, changed, attach, read, services, lines, sentence, apply, undo, redo, search, original, restart } =
  setUpCorrections();

describe('correcting the text of a sentence', () => {
  it('shows, exports and finds the new words, and no longer the old ones', async () => {
    const { transcript } = await apply({ kind: 'text', sentence: await sentence(2), text: ' 这个归我管\n' });
    expect(transcript.corrections).toBe(1);
    expect(transcript.segments[2]).toMatchObject({
      text: '这个归我管',
      corrected: { original: [{ speaker: 'agent', text: '这个不归我管' }], by: '王质检' },
    });
    const { content } = await services().transcripts.export({ recordingId: id, format: 'txt' }, {});
    expect(content).toContain('这个归我管');
    expect([await search('不归我管'), await search('归我管')]).toEqual([0, 1]);
    expect(await original()).toContain('这个不归我管 corrected');
    expect(changed).toEqual([id]);
  });

  it('typed back to what it was, counts as never corrected', async () => {
    const target = await sentence(2);
    await apply({ kind: 'text', sentence: target, text: '别的' });
    const { transcript } = await apply({ kind: 'text', sentence: target, text: '这个不归我管' });
    expect(transcript.corrections).toBe(0);
    expect(transcript.segments[2]).not.toHaveProperty('corrected');
  });

  it('that changes nothing is no edit: nothing is written, and no rule looks again', async () => {
    const target = await sentence(1);
    const stored = () => services().context.library.raw.prepare('SELECT edited_at FROM transcripts').pluck().get();
    const idle: TranscriptEdit[] = [
      { kind: 'text', sentence: target, text: ' 我要退订套餐 ' },
      { kind: 'speaker', sentence: target, speaker: 'customer' },
      { kind: 'times', sentence: target, start: 2.5, end: 4 },
      { kind: 'restore', sentence: target },
      { kind: 'restore-all' },
    ];
    for (const edit of idle) expect((await apply(edit)).editId).toBeNull();
    expect([changed, stored()]).toEqual([[], null]);
    await apply({ kind: 'text', sentence: target, text: '我要退订' });
    const at = stored();
    for (const edit of [{ kind: 'text', sentence: target, text: '我要退订' } as const, ...idle.slice(1, 3)])
      expect((await apply(edit)).editId).toBeNull();
    expect([changed, stored()]).toEqual([[id], at]);
  });

  it('hides a number in the search index also where it now runs over two sentences', async () => {
    await apply({ kind: 'text', sentence: await sentence(2), text: '手机是一三八零零一' });
    expect(await search('一三八零零一')).toBe(1);
    await apply({ kind: 'text', sentence: await sentence(3), text: '三八零零一' });
    expect([await search('一三八零零一'), await search('三八零零一')]).toEqual([0, 0]);
  });
});

describe('splitting and merging', () => {
  it('keep text and time, and merging what was split gives back the sentence', async () => {
    const target = await sentence(0);
    const { transcript } = await apply({ kind: 'split', sentence: target, text: '您好请问有什么可以帮您', at: 2 });
    expect((await lines()).slice(0, 2)).toEqual(['0-0.364 agent 您好', '0.364-2 agent 请问有什么可以帮您']);
    const second = transcript.segments[1]!.id;
    expect(transcript.segments[1]!.corrected?.original).toEqual([{ speaker: 'agent', text: '您好请问有什么可以帮您' }]);
    const merged = await apply({ kind: 'merge', first: target, second });
    expect(merged.transcript.corrections).toBe(0);
    expect(await lines()).toHaveLength(4);
  });

  it('cut and join at the times of the words', async () => {
    const words = [
      { text: '您好', start: 0.2, end: 0.8 },
      { text: '请稍等', start: 1.4, end: 2 },
    ];
    await attach([{ speaker: '坐席', start: 0.2, end: 2, text: '您好，请稍等', words }]);
    const target = await sentence(0);
    const { editId, transcript } = await apply({ kind: 'split', sentence: target, text: '您好，请稍等', at: 3 });
    expect(await lines()).toEqual(['0.2-0.8 agent 您好，', '1.4-2 agent 请稍等']);
    expect(transcript.segments.map((one) => one.words)).toEqual([[words[0]], [words[1]]]);
    await undo(editId);
    await apply({ kind: 'text', sentence: target, text: '您好，请您稍等' });
    expect((await read()).segments[0]!.words).toEqual([words[0], { text: '，请您稍等', start: 0.8, end: 2 }]);
  });

  it('take along what was typed but not saved', async () => {
    const [first, second] = [await sentence(2), await sentence(3)];
    await apply({ kind: 'merge', first, second, firstText: '这个归我', secondText: '来办' });
    expect((await lines())[2]).toBe('4.5-8 agent 这个归我来办');
  });

  it('refuse what is no sentence and no neighbour', async () => {
    const [first, third] = [await sentence(0), await sentence(2)];
    await expect(apply({ kind: 'split', sentence: first, text: '您好', at: 2 })).rejects.toMatchObject({
      code: 'INPUT_INVALID',
    });
    await expect(apply({ kind: 'merge', first, second: third })).rejects.toMatchObject({ code: 'SENTENCE_NOT_FOUND' });
    await expect(apply({ kind: 'text', sentence: 999, text: '您好' })).rejects.toMatchObject({
      code: 'SENTENCE_NOT_FOUND',
    });
    await expect(apply({ kind: 'text', sentence: first, text: ' \n' })).rejects.toMatchObject({
      code: 'INPUT_INVALID',
    });
    expect((await read()).corrections).toBe(0);
  });
});

describe('speakers, times and removing', () => {
  it('sets one speaker, and swaps all', async () => {
    await apply({ kind: 'speaker', sentence: await sentence(3), speaker: 'unknown' });
    const { transcript } = await apply({ kind: 'swap' });
    expect(transcript.segments.map(({ speaker }) => speaker)).toEqual(['customer', 'agent', 'customer', 'unknown']);
    expect(transcript.corrections).toBe(4);
    expect((await apply({ kind: 'swap' })).transcript.corrections).toBe(1);
  });

  it('removes a sentence that nobody said, from search too', async () => {
    await apply({ kind: 'remove', sentence: await sentence(3) });
    expect(await lines()).toHaveLength(3);
    expect(await search('谢谢观看')).toBe(0);
    expect(await original()).toContain('谢谢观看 removed');
  });

  it('moves a sentence to another time, and to its place there', async () => {
    await apply({ kind: 'times', sentence: await sentence(3), start: 2.1, end: 2.4 });
    expect((await lines())[1]).toBe('2.1-2.4 agent 谢谢观看');
    await expect(apply({ kind: 'times', sentence: await sentence(0), start: 2, end: 2 })).rejects.toMatchObject({
      code: 'INPUT_INVALID',
    });
  });
});

describe('going back', () => {
  it('undoes and redoes every step, in turn and across a restart', async () => {
    const states = [await read()];
    const steps: string[] = [];
    const [first, second, third, fourth] = states[0]!.segments.map((one) => one.id) as [number, number, number, number];
    const edits: TranscriptEdit[] = [
      { kind: 'split', sentence: first, text: '您好，请问有什么可以帮您', at: 3 },
      { kind: 'speaker', sentence: second, speaker: 'agent' },
      { kind: 'merge', first: second, second: third },
      { kind: 'swap' },
      { kind: 'remove', sentence: fourth },
      { kind: 'restore', sentence: third },
      { kind: 'restore-all' },
    ];
    for (const edit of edits) {
      const { editId, transcript } = await apply(edit);
      steps.push(editId!);
      states.push(transcript);
    }
    const content = ({ segments }: (typeof states)[number]) =>
      segments.map(({ id: key, speaker, start, end, text }) => [key, speaker, start, end, text]);
    // Another service on the same library: what was done is in the database, not in this process.
    restart();
    for (let at = steps.length - 1; at >= 0; at--)
      expect(content(await undo(steps[at]!))).toEqual(content(states[at]!));
    expect((await read()).corrections).toBe(0);
    for (let at = 0; at < steps.length; at++) expect(content(await redo(steps[at]!))).toEqual(content(states[at + 1]!));
    expect(content(await read())).toEqual(content(states[0]!));
  });

  it('is refused for a step that others were built on', async () => {
    const { editId: first } = await apply({ kind: 'text', sentence: await sentence(0), text: '您好' });
    const { editId: second } = await apply({ kind: 'text', sentence: await sentence(1), text: '退订' });
    await expect(undo(first)).rejects.toMatchObject({ code: 'EDIT_OVERTAKEN' });
    await undo(second);
    await apply({ kind: 'remove', sentence: await sentence(3) });
    await expect(redo(second)).rejects.toMatchObject({ code: 'EDIT_OVERTAKEN' });
  });

  it('restores one sentence with all that it was merged with, and leaves the others corrected', async () => {
    const [first, second, third, fourth] = (await read()).segments.map((one) => one.id) as [
      number,
      number,
      number,
      number,
    ];
    await apply({ kind: 'text', sentence: first, text: '您好' });
    await apply({ kind: 'merge', first: third, second: fourth });
    await apply({ kind: 'merge', first: second, second: third });
    const { transcript } = await apply({ kind: 'restore', sentence: second });
    expect(transcript.corrections).toBe(1);
    expect(transcript.segments.map(({ text }) => text)).toEqual(['您好', ...dialogue.slice(1).map(({ text }) => text)]);
    expect(await search('谢谢观看')).toBe(1);
    expect((await apply({ kind: 'restore-all' })).transcript.segments.map(({ text }) => text)).toEqual(
      dialogue.map(({ text }) => text),
    );
  });

  it('writes who did what to the audit log, without the words', async () => {
    const { editId } = await apply({ kind: 'text', sentence: await sentence(0), text: '秘密' });
    await undo(editId);
    const log = services()
      .context.library.raw.prepare('SELECT who, action, subject, detail FROM audit_log WHERE action LIKE ?')
      .all('%correct%');
    expect(log).toMatchObject([
      { who: '王质检', action: 'transcript.correct', subject: id },
      { who: '王质检', action: 'transcript.undo-correction', subject: id },
    ]);
    expect(JSON.stringify(log)).not.toContain('秘密');
  });
});

describe('another transcript', () => {
  const other = [{ speaker: '坐席', start: 0, end: 1, text: '机器重新听了一遍' }];

  it('does not take the place of a corrected one without being told to', async () => {
    await apply({ kind: 'text', sentence: await sentence(0), text: '您好' });
    await expect(attach(other)).rejects.toMatchObject({ code: 'TRANSCRIPT_CORRECTED', params: { count: 1 } });
    expect((await lines())[0]).toBe('0-2 agent 您好');
    expect(await services().corrections.replaced({ recordingId: id }, {})).toEqual([]);
  });

  it('takes it when told to; the corrected one is kept and can be brought back, layer and all', async () => {
    const { editId, transcript } = await apply({ kind: 'text', sentence: await sentence(0), text: '您早' });
    await attach(other, { overCorrections: true });
    expect(await lines()).toEqual(['0-1 agent 机器重新听了一遍']);
    expect(await search('您早')).toBe(0);
    await expect(undo(editId)).rejects.toMatchObject({ code: 'EDIT_OVERTAKEN' });
    const [kept] = await services().corrections.replaced({ recordingId: id }, {});
    expect(kept).toMatchObject({ source: 'import', sentences: 4, corrections: 1, replacedBy: '王质检' });
    const back = await services().corrections.bringBack({ recordingId: id, replacedId: kept!.id }, {});
    expect(back.segments).toEqual(transcript.segments);
    expect([await search('您早'), await search('重新听')]).toEqual([1, 0]);
    expect(await original()).toContain('您好请问有什么可以帮您 corrected');
    // Nothing is lost by that either.
    const [exchanged, ...none] = await services().corrections.replaced({ recordingId: id }, {});
    expect([exchanged?.sentences, exchanged?.corrections, none]).toEqual([1, 0, []]);
    expect((await apply({ kind: 'restore-all' })).transcript.corrections).toBe(0);
  });

  it('takes the place of one that was corrected and put back', async () => {
    const { editId } = await apply({ kind: 'text', sentence: await sentence(0), text: '您早' });
    await undo(editId);
    await attach(other);
    expect(await lines()).toHaveLength(1);
    expect(await services().corrections.replaced({ recordingId: id }, {})).toEqual([]);
  });
});

it('says that there is no transcript, or no recording', async () => {
  const empty = 'r2';
  await addRecording(services().context.library, empty);
  const edit = { kind: 'swap' } as const;
  await expect(
    services().corrections.apply({ recordingId: empty, editId: 'e', edit, seen: [] }, {}),
  ).rejects.toMatchObject({
    code: 'TRANSCRIPT_MISSING',
  });
  await expect(
    services().corrections.apply({ recordingId: 'gone', editId: 'e', edit, seen: [] }, {}),
  ).rejects.toMatchObject({
    code: 'RECORDING_NOT_FOUND',
  });
});
