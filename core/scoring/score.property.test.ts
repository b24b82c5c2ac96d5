import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Template } from '../contract/index.ts';
import type { GivenAnswer } from './judge.ts';
import { answered, anyForm, deductionForm, percentageForm } from './score.arbitrary.ts';
import { score } from './score.ts';

const holds = <T>(arbitrary: fc.Arbitrary<T>, property: (value: T) => void) =>
  fc.assert(fc.property(arbitrary, property), { numRuns: 300 });
const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
const shuffledBy = <T>(list: readonly T[], seed: number): T[] =>
  list
    .map((value, index) => ({ value, key: Math.imul(index + 1, seed | 1) >>> 0 }))
    .sort((a, b) => a.key - b.key)
    .map(({ value }) => value);

describe('any form', () => {
  test('a score is a whole number of hundredths between 0 and 100 points, or none', () => {
    holds(answered(anyForm), ({ template, answers }) => {
      const { before, after } = score(template, answers);
      for (const value of [before, after]) {
        if (value === null) continue;
        expect(Number.isInteger(value)).toBe(true);
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(10_000);
      }
    });
  });

  test('each line adds up, and the sections are the sums of their lines', () => {
    holds(answered(anyForm), ({ template, answers }) => {
      const { lines, sections } = score(template, answers);
      for (const line of lines) {
        expect(line.earned + line.lost + line.forfeited).toBe(line.possible);
        expect(line.lost).toBeGreaterThanOrEqual(0);
        expect(line.forfeited).toBeGreaterThanOrEqual(0);
      }
      for (const section of sections) {
        const own = lines.filter((line) => line.sectionId === section.sectionId);
        expect(section.earned).toBe(sum(own.map((line) => line.earned)));
        expect(section.possible).toBe(sum(own.map((line) => line.possible)));
      }
    });
  });

  test('a better answer never lowers the score', () => {
    const order = { no: 0, partly: 1, yes: 2 };
    holds(
      answered(anyForm).chain(({ template, answers }) =>
        fc.record({
          template: fc.constant(template),
          answers: fc.constant(answers),
          item: fc.constantFrom(...template.sections.flatMap((section) => section.items)),
        }),
      ),
      ({ template, answers, item }) => {
        const steps: GivenAnswer[] =
          item.kind === 'count'
            ? [99, 5, 2, 1, 0].map((count) => ({ answer: count > 0 ? 'no' : 'yes', count }))
            : (Object.keys(order) as (keyof typeof order)[]).map((answer) => ({ answer, count: null }));
        const results = steps.map((step) => score(template, new Map(answers).set(item.id, step)));
        for (const figure of ['before', 'after'] as const) {
          const values = results.map((result) => result[figure] ?? 0);
          expect(values).toEqual(values.toSorted((a, b) => a - b));
        }
      },
    );
  });

  test('the order of sections, items and answers does not matter', () => {
    holds(fc.tuple(answered(anyForm), fc.integer()), ([{ template, answers }, seed]) => {
      const mixed: Template = {
        ...template,
        sections: shuffledBy(template.sections, seed).map((section) => ({
          ...section,
          items: shuffledBy(section.items, seed),
        })),
      };
      const { before, after, raw, passed } = score(template, answers);
      const again = score(mixed, new Map(shuffledBy([...answers], seed)));
      expect({ ...again, lines: [], sections: [], fatal: [] }).toMatchObject({ before, after, raw, passed });
    });
  });

  test('answers that were stored and read again give the very same score', () => {
    holds(answered(anyForm), ({ template, answers }) => {
      const stored = JSON.parse(JSON.stringify({ template, answers: [...answers] })) as {
        template: Template;
        answers: [string, GivenAnswer][];
      };
      expect(score(stored.template, new Map(stored.answers))).toEqual(score(template, answers));
    });
  });

  test('a fatal answer fails the form: the score becomes 0, or is kept where the template says so', () => {
    holds(answered(anyForm), ({ template, answers }) => {
      const result = score(template, answers);
      if (result.fatal.length === 0) expect(result.after).toBe(result.before);
      else {
        expect(result.passed).toBe(false);
        expect(result.excellent).toBe(false);
        expect(result.after).toBe(template.afterFail === 'zero' ? 0 : result.before);
      }
    });
  });

  test('an open item counts as the rest answer but is not counted as answered', () => {
    holds(answered(anyForm), ({ template, answers }) => {
      const filled = new Map(
        [...answers].map(([id, given]): [string, GivenAnswer] => [
          id,
          given.answer === null ? { answer: template.restAnswer, count: null } : given,
        ]),
      );
      const open = [...answers.values()].filter((given) => given.answer === null).length;
      const live = score(template, answers);
      expect(live.before).toBe(score(template, filled).before);
      expect(live.total - live.answered).toBe(open);
    });
  });
});

describe('percentage form', () => {
  test('the lines add up to the score, and the applied weights to the whole form', () => {
    holds(answered(percentageForm), ({ template, answers }) => {
      const { before, lines } = score(template, answers);
      expect(sum(lines.map((line) => line.earned))).toBe(before ?? 0);
      expect(sum(lines.map((line) => line.possible))).toBe(before === null ? 0 : 10_000);
    });
  });

  test('what is not applicable and removed counts as if it were not on the form', () => {
    holds(answered(percentageForm), ({ template, answers }) => {
      const removed = (id: string, na: string) => answers.get(id)?.answer === 'na' && na === 'remove';
      const sections = template.sections
        .map((section) => ({ ...section, items: section.items.filter((item) => !removed(item.id, item.na)) }))
        .filter((section) => section.items.length > 0);
      const expected = sections.length === 0 ? null : score({ ...template, sections }, answers).before;
      expect(score(template, answers).before).toBe(expected);
    });
  });

  test('all yes is exactly 100 points, all no exactly 0', () => {
    holds(percentageForm, (template) => {
      expect(score({ ...template, restAnswer: 'yes' }, new Map()).before).toBe(10_000);
      expect(score({ ...template, restAnswer: 'no' }, new Map()).before).toBe(0);
    });
  });

  test('an item that lost nothing has no lost hundredth from rounding', () => {
    holds(answered(percentageForm), ({ template, answers }) => {
      for (const line of score(template, answers).lines) {
        if (line.answer === 'yes') expect(line.lost).toBe(0);
        if (line.answer === 'no') expect(line.earned + line.forfeited).toBe(0);
      }
    });
  });
});

describe('deduction form', () => {
  test('100 points less the lines is the raw score, and the score is never below 0', () => {
    holds(answered(deductionForm), ({ template, answers }) => {
      const { before, raw, lines } = score(template, answers);
      if (raw === null) {
        expect(before).toBeNull();
        return;
      }
      expect(10_000 - sum(lines.map((line) => line.lost + line.forfeited))).toBe(raw);
      expect(before).toBe(Math.max(0, raw));
    });
  });

  test('no item and no section loses more than its cap', () => {
    holds(answered(deductionForm), ({ template, answers }) => {
      const { lines, sections } = score(template, answers);
      const items = template.sections.flatMap((section) => section.items);
      for (const [index, line] of lines.entries())
        expect(line.lost).toBeLessThanOrEqual(items[index]!.pointsMax ?? line.lost);
      for (const [index, section] of sections.entries())
        expect(-section.earned).toBeLessThanOrEqual(template.sections[index]!.pointsMax ?? -section.earned);
    });
  });
});
