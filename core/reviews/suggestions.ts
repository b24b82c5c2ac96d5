/** What the findings of a call say of a checklist item: the machine's suggestion, and the decisions of people. */
import type {
  Bilingual,
  Direction,
  Evidence,
  Finding,
  ItemAnswer,
  Score,
  Template,
  TemplateItem,
} from '../contract/index.ts';
import { nothingOf } from '../findings/situations.ts';
import { type Exempt, isForDirection } from '../scoring/applies.ts';
import type { GivenAnswer, GivenAnswers } from '../scoring/judge.ts';
import { score } from '../scoring/score.ts';
import { itemsOf } from './answers.ts';

type Machine = NonNullable<ItemAnswer['machine']>;

/** A mark is no ground for an answer, whatever a stored form names. */
export const findingsFor = (item: TemplateItem, findings: readonly Finding[]): Finding[] =>
  findings.filter((finding) => !finding.mark && item.rules.includes(finding.rule));

/** The findings with the decisions that a transaction sees: another one may have landed since they were listed. */
export const withDecisions = (findings: readonly Finding[], decisions: ReadonlyMap<string, number | null>): Finding[] =>
  findings.map((finding) => {
    const stored = decisions.get(finding.id);
    return { ...finding, decision: stored == null ? null : stored === 1 };
  });

/**
 * N/A for an item about calls of the other direction, or whose situation did not arise in the call. Else, of the rules
 * that had an occasion, one not met is enough for "no", and all of them must be met for "yes". Null: no rule of the
 * item has looked.
 */
export function suggest(item: TemplateItem, findings: readonly Finding[], direction: Direction | null): Machine | null {
  const own = findingsFor(item, findings);
  const findingIds = own.map((finding) => finding.id);
  if (item.appliesTo && !isForDirection(item, direction))
    return { verdict: null, answer: 'na', count: null, findingIds, reason: onlyFor[item.appliesTo] };
  const reason = withoutOccasion(item, findings);
  if (reason)
    return item.na === 'forbidden'
      ? { verdict: 'cannot_tell', answer: null, count: null, findingIds, reason: reason.open }
      : { verdict: null, answer: 'na', count: null, findingIds, reason: reason.na };
  const telling = own.filter((finding) => finding.occasion);
  if (telling.length === 0) return null;
  const breaches = telling.filter((finding) => finding.verdict === 'not_met');
  const verdict =
    breaches.length > 0 ? 'not_met' : telling.every((finding) => finding.verdict === 'met') ? 'met' : 'cannot_tell';
  const answer = verdict === 'not_met' ? 'no' : verdict === 'met' ? 'yes' : null;
  return {
    verdict,
    answer,
    count: item.kind === 'count' && answer !== null ? occurrences(breaches) : null,
    findingIds,
    reason: null,
  };
}

/** Why an item does not apply, by the direction that it is for. */
const onlyFor: Record<Direction, Bilingual> = {
  inbound: { zh: '本通是呼出，此项只用于呼入。', en: 'This call is outbound; the item is for inbound calls only.' },
  outbound: { zh: '本通是呼入，此项只用于呼出。', en: 'This call is inbound; the item is for outbound calls only.' },
};

/** Null: a rule had an occasion, or none that knows the item's situation has looked. */
function withoutOccasion(item: TemplateItem, findings: readonly Finding[]): { na: Bilingual; open: Bilingual } | null {
  const known = [...item.rules, ...item.occasionRules];
  const knowing = findings.filter(({ rule, mark }) => !mark && known.includes(rule));
  if (knowing.length === 0 || knowing.some((finding) => finding.occasion)) return null;
  const nothing = nothingOf(knowing.map(({ rule }) => rule)) ?? {
    zh: '通话中没有出现此项所说的情形',
    en: 'What the item is about did not happen in this call',
  };
  return {
    na: { zh: `${nothing.zh}，此项不适用。`, en: `${nothing.en}, so the item does not apply.` },
    open: {
      zh: `${nothing.zh}；此项不允许“不适用”，由人判断。`,
      en: `${nothing.en}; as the item allows no N/A, a person judges it.`,
    },
  };
}

/** The items of which the machine says that they do not apply to the call. */
export function exemptItems(template: Template, findings: readonly Finding[], direction: Direction | null): Exempt {
  const exempt = itemsOf(template).filter((item) => suggest(item, findings, direction)?.answer === 'na');
  return new Set(exempt.map((item) => item.id));
}

/**
 * What the decided findings make of the item. A decision confirms a breach when a person says 属实 (true) to a
 * finding that is not met or could not tell, or 误报 (false) to one that is met. Who only agrees that there was no
 * occasion says N/A. Null: nothing decided, or what is decided speaks for the agent while another finding of the item
 * accuses and is open.
 */
export function decidedAnswer(item: TemplateItem, findings: readonly Finding[]): GivenAnswer | null {
  const own = findingsFor(item, findings);
  const decided = own.filter((finding) => finding.decision !== null);
  if (decided.length === 0) return null;
  const breaches = decided.filter((finding) => (finding.verdict === 'met') !== finding.decision);
  if (breaches.length > 0) return { answer: 'no', count: item.kind === 'count' ? occurrences(breaches) : null };
  const open = own.filter((finding) => finding.decision === null);
  if (open.some(accuses)) return null;
  if (item.na !== 'forbidden' && decided.every((finding) => !finding.occasion))
    return open.some((finding) => finding.occasion) ? null : { answer: 'na', count: null };
  return { answer: 'yes', count: item.kind === 'count' ? 0 : null };
}

/** A breach, or a question that a place in the call raises. */
export const accuses = ({ verdict, evidence }: Finding): boolean =>
  verdict === 'not_met' || (verdict === 'cannot_tell' && evidence.length > 0);

/** What the suggestions alone give; null when nothing was judged. */
export function machineResult(
  template: Template,
  findings: readonly Finding[],
  direction: Direction | null,
): Score | null {
  const suggested: GivenAnswers = new Map(
    itemsOf(template).flatMap((item): [string, GivenAnswer][] => {
      const machine = suggest(item, findings, direction);
      return machine?.verdict && machine.answer ? [[item.id, machine]] : [];
    }),
  );
  return suggested.size === 0 ? null : score(template, suggested, exemptItems(template, findings, direction));
}

/**
 * Each place of evidence is one occurrence; a breach without a place counts once. A place that another rule of the item
 * has found already is the same occurrence: a wait that is too long and without music is one wait. An answer holds at
 * most 99.
 */
function occurrences(breaches: readonly Finding[]): number {
  const places: Evidence[] = [];
  let placeless = 0;
  for (const { evidence } of breaches) {
    if (evidence.length === 0) placeless++;
    places.push(...evidence.filter((place) => !places.some((other) => isSamePlace(place, other))));
  }
  return Math.min(99, places.length + placeless);
}

/** More than half of the shorter one is common to both. */
function isSamePlace(one: Evidence, other: Evidence): boolean {
  const common = Math.min(one.end, other.end) - Math.max(one.start, other.start);
  return common > Math.min(one.end - one.start, other.end - other.start) / 2;
}
