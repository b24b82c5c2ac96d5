import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { labelledCalls } from '../../test-support/labelled-calls.ts';
import { type Line, measured, spokenCall } from '../../test-support/spoken-call.ts';
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

  it('says what has to happen for each standard that not every call can break', () => {
    for (const { rule } of detectors) {
      const source = readFileSync(join(import.meta.dirname, `${rule.id}.ts`), 'utf8');
      if (/noOccasion\(\)|^ {2}occasion[:(]/m.test(source)) expect(rule.situation?.zh, rule.id).toBeTruthy();
      else expect(rule.situation, rule.id).toBeUndefined();
    }
  });

  it('describes the parameters of each, all with defaults', () => {
    for (const { rule, paramsSchema } of detectors) {
      expect(paramsSchema).toMatchObject({ type: 'object' });
      expect(paramsSchema.required ?? []).toEqual([]);
      expect(rule.title.zh).not.toBe('');
      for (const property of Object.values(paramsSchema.properties as Record<string, unknown>))
        expect(property, rule.id).toMatchObject({ label: { zh: expect.any(String), en: expect.any(String) } });
    }
  });
});

describe('names that hold a limit', () => {
  it.each([
    ['wait-over-limit', {}, '客户等待不超过一分钟', '客户等待超过一分钟', 'Customer waited over a minute'],
    ['wait-over-limit', { limit: 45 }, '客户等待不超过45秒', '客户等待超过45秒', 'Customer waited over 45 s'],
    ['wait-over-limit', { limit: 120 }, '客户等待不超过2分钟', '客户等待超过2分钟', 'Customer waited over 2 minutes'],
    ['answer-in-three-rings', {}, '三声铃响内接听', '铃响超过三声才接听', 'Answered after more than three rings'],
    [
      'answer-in-three-rings',
      { rings: 2 },
      '两声铃响内接听',
      '铃响超过两声才接听',
      'Answered after more than two rings',
    ],
    [
      'answer-in-three-rings',
      { rings: 1 },
      '一声铃响内接听',
      '铃响超过一声才接听',
      'Answered after more than one ring',
    ],
    [
      'closing-agent-id',
      { wants: 'wish' },
      '结束时期待再次服务',
      '结束时没有期待再次服务',
      'Closing without wish to serve again',
    ],
  ])('%s with %o', (rule, params, title, zh, en) => {
    expect(detectorOf(rule).names(params)).toMatchObject({ title: { zh: title }, breach: { zh, en } });
  });

  it('are a norm and a breach that differ, in both languages, and one name for a mark', () => {
    for (const { rule } of detectors)
      for (const language of ['zh', 'en'] as const)
        expect(rule.title[language] === rule.breach[language], `${rule.id} ${language}`).toBe(rule.mark);
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

describe('the hard labelled calls', () => {
  const ofWords = ['greeting', 'agent-id', 'forbidden-phrase', 'pushing-off', 'rhetorical-question', 'courtesy-words'];
  const ofHolds = ['hold-consent', 'hold-thanks', 'transfer-consent', 'outbound-name-first', 'closing'];
  const hard = labelledCalls(join(samplesDir, '..', 'samples-hard'));
  const wanted = hard.flatMap(({ id, call, measured, expected }) =>
    [...expected]
      .filter(([rule]) => [...ofWords, ...ofHolds].includes(rule))
      .map(([rule, verdict]) => ({ id, rule, verdict, call, measured })),
  );

  it.each(wanted)('$id $rule by its words: $verdict', ({ rule, verdict, call, measured }) => {
    const { detect } = detectorOf(rule);
    expect([detect(call).verdict, detect(measured).verdict]).toEqual([verdict, verdict]);
  });

  it('have every forbidden phrase found, word for word', () => {
    const said = hard.filter(({ forbiddenPhrases }) => forbiddenPhrases !== null);
    expect(said).toHaveLength(1);
    for (const { call, forbiddenPhrases } of said) {
      const found = detectorOf('forbidden-phrase').detect(call).evidence;
      for (const phrase of forbiddenPhrases!) expect(found.some(({ text }) => text!.includes(phrase))).toBe(true);
    }
  });
});

describe('any call whatever', () => {
  const phrase = fc.constantFrom(
    ...['您好', '请稍等', '可以吗', '好的', '喂', '八零一二', '我怎么知道', '，', '。', '再见', '帮您转接', 'ok', '😀'],
  );
  const text = fc.oneof(
    fc.array(phrase, { minLength: 1, maxLength: 6 }).map((parts) => parts.join('')),
    fc.string({ minLength: 1 }),
  );
  const time = fc.integer({ min: 0, max: 200_000 }).map((ms) => ms / 1000);
  const span = fc.tuple(time, time).map(([a, b]): [number, number] => [Math.min(a, b), Math.max(a, b)]);
  const line = fc
    .tuple(fc.constantFrom('agent' as const, 'customer' as const, 'unknown' as const), span, text)
    .map(([speaker, [start, end], said]): Line => [speaker, start, end, said]);
  const speech = fc.array(
    span.map(([start, end]): [number, number, number] => [start, end, -20]),
    { maxLength: 5 },
  );
  const call = fc
    .record({
      lines: fc.option(fc.array(line, { maxLength: 12 })),
      timing: fc.constantFrom('exact' as const, 'starts' as const, 'estimated' as const),
      channels: fc.constantFrom(1, 2),
      direction: fc.constantFrom('inbound' as const, 'outbound' as const, null),
      speech: fc.option(fc.array(speech, { minLength: 2, maxLength: 2 })),
      silences: fc.array(span, { maxLength: 3 }),
    })
    .map(({ lines, speech: sides, silences, channels, ...facts }) =>
      spokenCall(lines?.sort((a, b) => a[1] - b[1]) ?? null, {
        ...facts,
        channels,
        agentChannel: channels === 2 ? 0 : null,
        durationS: 200,
        measures: sides && measured({ silences, duration: 200 }, sides.slice(0, channels)),
      }),
    );

  it('gets a verdict with a reason from every rule, and evidence that lies within it', () => {
    fc.assert(
      fc.property(call, (any) => {
        for (const { rule, detect } of detectors) {
          const { verdict, reason, evidence, value } = detect(any);
          expect(reason.zh.length * reason.en.length, rule.id).toBeGreaterThan(0);
          expect(value === null || Number.isFinite(value), rule.id).toBe(true);
          if (verdict === 'cannot_tell' && !any.transcript && !any.measures) expect(evidence, rule.id).toEqual([]);
          for (const { start, end } of evidence) {
            expect(start, rule.id).toBeGreaterThanOrEqual(0);
            expect(end, rule.id).toBeGreaterThanOrEqual(start);
            expect(end, rule.id).toBeLessThanOrEqual(200.001);
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});
