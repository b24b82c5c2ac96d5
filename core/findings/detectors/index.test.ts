import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { labelledCalls } from '../../test-support/labelled-calls.ts';
import { samplesDir } from '../../test-support/test-core.ts';
import { detectors } from './index.ts';

const labelled = labelledCalls(samplesDir);
const judged = labelled.flatMap(({ id, call, measured, expected }) =>
  [...expected].map(([rule, verdict]) => ({ id, rule, verdict, call, measured })),
);
const detectorOf = (rule: string) => detectors.find((detector) => detector.rule.id === rule)!;
/** What only the sound can tell. */
const ofSound = new Set([
  'p01 raised-voice',
  'p06 raised-voice',
  'p04 prolonged-silence',
  'p10 prolonged-silence',
  'p08 wait-over-limit',
  'p05 customer-hangs-up-first',
]);

describe('the list of detectors', () => {
  it('names every file of the folder once, by its id', () => {
    const files = readdirSync(import.meta.dirname)
      .filter((file) => !file.endsWith('.test.ts') && file !== 'index.ts')
      .map((file) => file.replace('.ts', ''));
    expect(detectors.map(({ rule }) => rule.id).toSorted()).toEqual(files.toSorted());
  });

  it('describes the parameters of each, all with defaults', () => {
    for (const { rule } of detectors) {
      expect(rule.params).toMatchObject({ type: 'object' });
      expect(rule.params.required ?? []).toEqual([]);
      expect(rule.title.zh).not.toBe('');
    }
  });
});

describe('the labelled calls', () => {
  it('are 69 judgements', () => {
    expect(judged).toHaveLength(69);
  });

  it.each(judged)('$id $rule by transcript and call record: right, or left to the sound', (judgement) => {
    const { id, rule, verdict, call } = judgement;
    const expected = ofSound.has(`${id} ${rule}`) ? 'cannot_tell' : verdict;
    expect(detectorOf(rule).detect(call).verdict).toBe(expected);
  });

  it.each(judged)('$id $rule with the sound measured: $verdict', ({ rule, verdict, measured }) => {
    expect(detectorOf(rule).detect(measured).verdict).toBe(verdict);
  });

  it('have every forbidden phrase found, word for word', () => {
    for (const { call, forbiddenPhrases } of labelled)
      if (forbiddenPhrases)
        expect(
          detectorOf('forbidden-phrase')
            .detect(call)
            .evidence.map(({ text }) => text),
        ).toEqual(expect.arrayContaining(forbiddenPhrases));
  });

  it('have every long wait found within 2.5 s at both ends, and no other', () => {
    for (const { measured, call, waits } of labelled)
      for (const source of [measured, ...(call.transcript ? [call] : [])]) {
        const found = detectorOf('wait-over-limit').detect(source);
        const long = found.verdict === 'not_met' ? found.evidence : [];
        const truth = waits.filter(({ start, end }) => end - start > 60);
        expect(long).toHaveLength(truth.length);
        for (const [index, { start, end }] of truth.entries()) {
          expect(Math.abs(long[index]!.start - start)).toBeLessThanOrEqual(2.5);
          expect(Math.abs(long[index]!.end - end)).toBeLessThanOrEqual(2.5);
        }
      }
  });

  it('keep all evidence within the recording', () => {
    for (const { measured } of labelled)
      for (const { detect } of detectors)
        for (const { start, end } of detect(measured).evidence) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThanOrEqual(start);
          expect(end).toBeLessThanOrEqual(measured.recording.durationS! + 0.5);
        }
  });
});
