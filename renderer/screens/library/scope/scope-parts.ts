/** A filter taken apart into what it says, each part with the keys that say it. Pure. */
import type { RecordingFilter } from '../../../../core/contract/index.ts';

export interface ScopePart {
  /** Keys of the filter that go when this part is taken away. */
  keys: readonly (keyof RecordingFilter)[];
  /** What is said; empty for a part that says nothing by itself. */
  text: string;
}

/** How the values of a filter are said in the user's language. */
export interface ScopeWords {
  period: (from: string | undefined, to: string | undefined) => string;
  team: (name: string) => string;
  agent: (no: string) => string;
  /** A lost item of a template. */
  lostItem: (itemId: string, templateId: string | undefined) => string;
  form: (templateId: string) => string;
  outcome: (outcome: NonNullable<RecordingFilter['outcome']>) => string;
  fatal: (fatal: boolean) => string;
  /** Bounds in hundredths, both included. */
  score: (min: number | undefined, max: number | undefined) => string;
  reviewState: (state: NonNullable<RecordingFilter['reviewStates']>[number]) => string;
  status: (status: NonNullable<RecordingFilter['statuses']>[number]) => string;
  finding: (kind: NonNullable<RecordingFilter['findings']>[number]) => string;
  direction: (direction: NonNullable<RecordingFilter['directions']>[number]) => string;
  duration: (min: number | undefined, max: number | undefined) => string;
  spoken: (text: string) => string;
  ids: (n: number) => string;
  /** Joins choices of one part: any of them is enough. */
  either: (choices: readonly string[]) => string;
}

/** In the order of a sentence: when, who, of which form, what. */
export function scopeParts(filter: RecordingFilter, words: ScopeWords): ScopePart[] {
  const { from, to, teams, agentIds, templateId, lostItem, outcome, fatal, minScore, maxScore } = filter;
  const { directions, business, minDurationMs, maxDurationMs, spoken, q, findings, ids } = filter;
  const parts: (ScopePart | null)[] = [
    from !== undefined || to !== undefined ? { keys: ['from', 'to'], text: words.period(from, to) } : null,
    some(teams, 'teams', words.team, words),
    some(agentIds, 'agentIds', words.agent, words),
    some(directions, 'directions', words.direction, words),
    some(business, 'business', (name) => name, words),
    minDurationMs !== undefined || maxDurationMs !== undefined
      ? { keys: ['minDurationMs', 'maxDurationMs'], text: words.duration(minDurationMs, maxDurationMs) }
      : null,
    // What only a submitted review can have says that it is one.
    judgedBy(filter) && onlySubmitted(filter)
      ? null
      : some(filter.reviewStates, 'reviewStates', words.reviewState, words),
    some(filter.statuses, 'statuses', words.status, words),
    some(findings, 'findings', words.finding, words),
    templateId === undefined ? null : { keys: ['templateId', 'templateVersions'], text: words.form(templateId) },
    lostItem === undefined ? null : { keys: ['lostItem'], text: words.lostItem(lostItem, templateId) },
    outcome === undefined ? null : { keys: ['outcome'], text: words.outcome(outcome) },
    minScore !== undefined || maxScore !== undefined
      ? { keys: ['minScore', 'maxScore'], text: words.score(minScore, maxScore) }
      : null,
    fatal === undefined ? null : { keys: ['fatal'], text: words.fatal(fatal) },
    spoken === undefined ? null : { keys: ['spoken'], text: words.spoken(spoken.text) },
    q === undefined ? null : { keys: ['q'], text: words.spoken(q) },
    ids === undefined ? null : { keys: ['ids'], text: words.ids(ids.length) },
  ];
  return parts.filter((part) => part !== null);
}

function some<K extends keyof RecordingFilter, T>(
  choices: readonly T[] | undefined,
  key: K,
  say: (choice: T) => string,
  { either }: ScopeWords,
): ScopePart | null {
  return choices && choices.length > 0 ? { keys: [key], text: either(choices.map(say)) } : null;
}

const onlySubmitted = ({ reviewStates: states }: RecordingFilter): boolean =>
  states?.length === 1 && states[0] === 'submitted';

/** Restricted to what a submitted review alone can say. */
const judgedBy = ({ lostItem, outcome, fatal, minScore, maxScore }: RecordingFilter): boolean =>
  [lostItem, outcome, fatal, minScore, maxScore].some((value) => value !== undefined);

/** The list holds submitted reviews, not calls to be reviewed: who opens one of them wants to hear why. */
export const showsReviews = (filter: RecordingFilter): boolean => onlySubmitted(filter) || judgedBy(filter);

/** The filter without these keys. */
export function without(filter: RecordingFilter, keys: ScopePart['keys']): RecordingFilter {
  return Object.fromEntries(Object.entries(filter).filter(([key]) => !keys.some((gone) => gone === key)));
}
