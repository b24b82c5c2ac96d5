import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TranscriptReading } from '../contract/index.ts';
import { addRecording } from '../test-support/library-rows.ts';
import { createTestCore, samplesDir, type TestCore, tempDir } from '../test-support/test-core.ts';
import { createTranscripts, type Transcripts } from './transcripts-service.ts';

let core: TestCore;
let transcripts: Transcripts;
let dir: string;
beforeEach(async () => {
  core = createTestCore();
  transcripts = createTranscripts(core.context);
  dir = tempDir();
  await addRecording(core.context.library, 'r1', {
    started_at: Date.parse('2026-03-02T09:15:03+08:00'),
    duration_ms: 60_000,
  });
});
afterEach(async () => {
  await core.close();
  rmSync(dir, { recursive: true });
});

const file = (name: string, content: string | Uint8Array) => {
  const path = join(dir, name);
  writeFileSync(path, content);
  return path;
};
const preview = (path: string, reading?: TranscriptReading) =>
  transcripts.preview({ recordingId: 'r1', path, ...(reading ? { reading } : {}) }, {});
const attach = async (path: string, reading: TranscriptReading) =>
  (await transcripts.attach({ recordingId: 'r1', path, reading }, {})).segments.map(({ speaker, start, end, text }) => [
    speaker,
    start,
    end,
    text,
  ]);
const warnings = async (path: string, reading?: TranscriptReading) =>
  (await preview(path, reading)).warnings.map(({ code }) => code);

describe('the preview of a transcript file', () => {
  it('hides a number that is dictated between the other party’s words, and behind the rows that are shown', async () => {
    const parts = ['四一一一一一一一', '一一一一', '一一一一'];
    const asked = parts.map((part) => `坐席：请说\n客户：${part}\n`).join('');
    const shown = (await preview(file('a.txt', asked))).rows.map(({ text }) => text);
    expect(shown.filter((text) => text !== '请说')).toEqual(['********', '****', '一一一一']);
    const late = `${'坐席：您好\n'.repeat(11)}客户：${parts.join('\n客户：')}\n`;
    expect((await preview(file('b.txt', late))).rows.at(-1)!.text).toBe('********');
  });

  it('says what the file is, how much it holds, and who speaks', async () => {
    const seen = await preview(join(samplesDir, '20260302_093012_8013_13911112222.vtt'));
    expect(seen).toMatchObject({
      file: '20260302_093012_8013_13911112222.vtt',
      format: 'vtt',
      encoding: 'utf-8',
      recordingSeconds: 60,
      warnings: [],
      suggestedShift: null,
      present: null,
    });
    expect(seen.voices.map(({ label, speaker }) => [label, speaker]).toSorted()).toEqual([
      ['坐席', 'agent'],
      ['客户', 'customer'],
    ]);
    expect(seen.rows[0]).toEqual({ speaker: 'agent', start: 0.85, end: 2.378, text: '喂，什么事？' });
    expect(seen.voices.reduce((sum, voice) => sum + voice.sentences, 0)).toBe(seen.sentences);
  });
  it('hides numbers, and stores nothing', async () => {
    const { rows, voices } = await preview(file('a.txt', '[00:01] 客户：我的号码是13912345678\n[00:05] 坐席：好的'));
    expect(rows[0]!.text).toBe('我的号码是139****5678');
    expect(voices[0]!.sample).not.toContain('13912345678');
    expect(await transcripts.get({ recordingId: 'r1' }, {})).toBeNull();
  });
  it('names what is no transcript, and a recording that is not there', async () => {
    await expect(preview(file('note.txt', '请周一回访'))).rejects.toMatchObject({ code: 'TRANSCRIPT_UNREADABLE' });
    await expect(preview(join(dir, 'none.srt'))).rejects.toMatchObject({ code: 'FILE_NOT_FOUND' });
    await expect(
      transcripts.preview({ recordingId: 'x', path: file('a.txt', '坐席：您好') }, {}),
    ).rejects.toMatchObject({ code: 'RECORDING_NOT_FOUND' });
  });
  it('warns of what is odd', async () => {
    const times = (start: number, end: number) => `00:00:${start},000 --> 00:00:${end},000\n`;
    expect(
      await warnings(file('late.srt', `1\n${times(10, 20)}坐席：您好\n\n2\n00:01:10,000 --> 00:01:20,000\n客户：好\n`)),
    ).toEqual(['BEYOND_END']);
    expect(await warnings(file('plain.txt', '坐席：您好\n客户：好'))).toEqual(['NO_TIMES']);
    expect(await warnings(file('starts.txt', '[00:01] 坐席：您好\n[00:02] 客户：好'))).toEqual(['NO_ENDS']);
    expect(await warnings(file('nobody.srt', `1\n${times(10, 12)}您好\n`))).toEqual(['UNKNOWN_SPEAKERS']);
    const alone = [11, 13, 15, 17].map((start) => `${start}\n${times(start, start + 1)}坐席：嗯\n`).join('\n');
    expect(await warnings(file('alone.srt', alone))).toEqual(['ONE_SPEAKER']);
    expect(await warnings(file('early.srt', `1\n${times(10, 12)}坐席：您好\n`), { shift: -11 })).toEqual([
      'BEFORE_START',
    ]);
  });
});

describe('what a person puts right', () => {
  const swapped = '[0:01.000 - 0:02.000] A：喂\n[0:03.000 - 0:04.000] B：您好\n[0:05.000 - 0:06.000] A：查话费\n';
  it('is whose each voice is', async () => {
    const path = file('ab.txt', swapped);
    expect((await preview(path)).voices.map(({ key, speaker, sentences }) => [key, speaker, sentences])).toEqual([
      ['A', 'agent', 2],
      ['B', 'customer', 1],
    ]);
    const reading: TranscriptReading = { voices: { A: 'customer', B: 'agent' } };
    expect((await preview(path, reading)).rows.map(({ speaker }) => speaker)).toEqual([
      'customer',
      'agent',
      'customer',
    ]);
    expect(await attach(path, reading)).toEqual([
      ['customer', 1, 2, '喂'],
      ['agent', 3, 4, '您好'],
      ['customer', 5, 6, '查话费'],
    ]);
  });
  it('also where the file numbers channels or says nothing', async () => {
    const channels = file(
      'channels.json',
      JSON.stringify({ Sentences: [{ BeginTime: 0, EndTime: 900, ChannelId: 0, Text: '喂' }] }),
    );
    const { key } = (await preview(channels)).voices[0]!;
    expect(await attach(channels, { voices: { [key]: 'customer' } })).toEqual([['customer', 0, 0.9, '喂']]);
    const nobody = file('nobody.srt', '1\n00:00:01,000 --> 00:00:02,000\n您好\n');
    expect((await preview(nobody)).voices).toMatchObject([{ key: '', label: null, channel: null, speaker: 'unknown' }]);
    expect(await attach(nobody, { voices: { '': 'agent' } })).toEqual([['agent', 1, 2, '您好']]);
  });
  it('is when the file begins; times of day are brought into the recording', async () => {
    const day = file('day.txt', '[09:15:05] 坐席：您好\n[09:15:09] 客户：喂\n');
    const { suggestedShift, warnings: odd } = await preview(day);
    expect(odd.map(({ code }) => code)).toContain('BEYOND_END');
    expect(suggestedShift).toBe(-(9 * 3600 + 15 * 60 + 3));
    const moved = await preview(day, { shift: suggestedShift! });
    expect(moved).toMatchObject({ from: 2, warnings: [{ code: 'NO_ENDS' }], suggestedShift: null });
    const elsewhere = await preview(file('elsewhere.txt', '[20:00:00] 坐席：您好\n[20:00:04] 客户：喂\n'));
    expect(elsewhere.suggestedShift).toBe(-72_000);
    expect(
      await attach(
        file('w.json', '{"segments":[{"start":1,"end":2,"text":"好","words":[{"text":"好","start":1,"end":2}]}]}'),
        { shift: 0.5 },
      ),
    ).toEqual([['unknown', 1.5, 2.5, '好']]);
    expect((await transcripts.get({ recordingId: 'r1' }, {}))!.segments[0]!.words).toEqual([
      { text: '好', start: 1.5, end: 2.5 },
    ]);
  });
  it('what the preview shows is what is stored, whatever is put right', async () => {
    const path = file('ab.txt', swapped);
    const speaker = fc.constantFrom('agent' as const, 'customer' as const, 'unknown' as const);
    await fc.assert(
      fc.asyncProperty(speaker, speaker, fc.integer({ min: -10_000, max: 50_000 }), async (A, B, ms) => {
        const reading = { voices: { A, B }, shift: ms / 1000 };
        const { rows } = await preview(path, reading);
        expect(await attach(path, reading)).toEqual(rows.map((row) => [row.speaker, row.start, row.end, row.text]));
      }),
      { numRuns: 25 },
    );
  });
});
