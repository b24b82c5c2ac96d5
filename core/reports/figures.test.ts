import fc from 'fast-check';
import { expect, test } from 'vitest';
import { agentFigures, average, dayFigures, type FigureCell, figuresOf, teamFigures } from './figures.ts';

const forms = ['standard@1'];
const dates = ['2026-03-02', '2026-03-03', '2026-03-04'];

const cell: fc.Arbitrary<FigureCell> = fc
  .record({
    date: fc.constantFrom(...dates),
    form: fc.constantFrom(...forms),
    team: fc.constantFrom('一组', '二组', null),
    agentNo: fc.constantFrom('0012', '8012', '8013', null),
    recordings: fc.nat(40),
    scores: fc.array(fc.integer({ min: -500, max: 10_000 }), { maxLength: 12 }),
    unscored: fc.nat(3),
    fatal: fc.nat(12),
  })
  .map(({ scores, unscored, fatal, recordings, ...rest }) => {
    const reviewed = scores.length + unscored;
    return {
      ...rest,
      agentName: null,
      recordings: recordings + reviewed,
      reviewed,
      scored: scores.length,
      scoreSum: scores.reduce((sum, score) => sum + score, 0),
      passed: scores.filter((score) => score >= 8000).length,
      excellent: scores.filter((score) => score >= 9500).length,
      fatal: Math.min(fatal, reviewed),
    };
  });

const cells = fc.array(cell, { maxLength: 30 });

test('numerators and denominators of teams, agents and days add up to those of the whole', () => {
  fc.assert(
    fc.property(cells, (all) => {
      const whole = figuresOf(all, forms);
      for (const groups of [teamFigures(all, forms), agentFigures(all, forms), dayFigures(all, dates, forms)]) {
        const sum = (pick: (group: (typeof groups)[number]) => number) =>
          groups.reduce((total, group) => total + pick(group), 0);
        expect(sum((group) => group.recordings)).toBe(whole.recordings);
        expect(sum((group) => group.reviewed)).toBe(whole.reviewed);
        for (const key of ['coverage', 'passRate', 'excellentRate', 'fatalRate'] as const) {
          expect(sum((group) => group[key]!.numerator)).toBe(whole[key]!.numerator);
          expect(sum((group) => group[key]!.denominator)).toBe(whole[key]!.denominator);
        }
      }
    }),
  );
});

test('the average of a whole is the average of its calls, however the calls are grouped', () => {
  fc.assert(
    fc.property(cells, (all) => {
      const scored = all.reduce((sum, one) => sum + one.scored, 0);
      const mean = all.reduce((sum, one) => sum + one.scoreSum, 0) / scored;
      const whole = figuresOf(all, forms).average;
      if (scored === 0) expect(whole).toBeNull();
      else expect(Math.abs(whole! - mean)).toBeLessThanOrEqual(0.5);
    }),
  );
});

test('a team of one good call and nine bad ones is not lifted by its agents having one mean each', () => {
  const own = { form: forms[0]!, date: dates[0]!, team: '一组', agentName: null, passed: 0, excellent: 0, fatal: 0 };
  const team = figuresOf(
    [
      { ...own, agentNo: '8012', recordings: 1, reviewed: 1, scored: 1, scoreSum: 10_000 },
      { ...own, agentNo: '8013', recordings: 9, reviewed: 9, scored: 9, scoreSum: 9 * 6000 },
    ],
    forms,
  );
  expect(team.average).toBe(6400);
});

test.each([
  [10_005, 10, 1001],
  [10_004, 10, 1000],
  [25, 10, 3],
  [-25, 10, -2],
  [-26, 10, -3],
  [0, 3, 0],
  [9, 0, null],
])('the mean of sum %i over %i calls is %s hundredths: half goes up', (sum, count, expected) => {
  expect(average(sum, count)).toBe(expected);
});

test('without calls every rate is unknown, not zero', () => {
  const none = figuresOf([], []);
  expect(none).toMatchObject({ recordings: 0, reviewed: 0, average: null });
  for (const key of ['coverage', 'agentCoverage', 'passRate', 'excellentRate', 'fatalRate'] as const)
    expect(none[key]).toEqual({ numerator: 0, denominator: 0, value: null });
});

test('an agent reviewed on two days counts once in the agent coverage, calls without an agent never', () => {
  const own = {
    form: forms[0]!,
    team: null,
    agentName: null,
    scored: 0,
    scoreSum: 0,
    passed: 0,
    excellent: 0,
    fatal: 0,
  };
  const figures = figuresOf(
    [
      { ...own, date: dates[0]!, agentNo: '8012', recordings: 2, reviewed: 1 },
      { ...own, date: dates[1]!, agentNo: '8012', recordings: 2, reviewed: 1 },
      { ...own, date: dates[1]!, agentNo: '8013', recordings: 2, reviewed: 0 },
      { ...own, date: dates[1]!, agentNo: null, recordings: 5, reviewed: 5 },
    ],
    forms,
  );
  expect(figures.agentCoverage).toMatchObject({ numerator: 1, denominator: 2 });
});
