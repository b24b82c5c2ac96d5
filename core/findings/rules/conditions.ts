/** Conditions of an own rule over one call, and the tree that combines them, in four values. */
import type { Bilingual, Condition, ConditionTree } from '../../contract/index.ts';
import type { Call } from '../call.ts';
import { kindOf } from './operators/index.ts';
import type { Answer, Hit } from './operators/operator.ts';
import { lacksTimes, saidBy, scopeOfRange, windowAround } from './scope.ts';

/**
 * `idle`: what the condition is anchored to does not occur, so that it has no occasion; it drops out of a tree.
 * `why`: the places that it rests on; of one that fails, the places that lack it.
 */
export type State = 'holds' | 'fails' | 'unknown' | 'idle';
export interface Standing {
  state: State;
  why: Hit[];
  /** Conditions that decided it. */
  by: string[];
  reason: Bilingual | null;
}

export type PreparedCondition = (call: Call, anchor: Standing | null) => Standing;

const standing = (state: State, by: string, why: Hit[] = [], reason: Bilingual | null = null): Standing => ({
  state,
  why,
  by: [by],
  reason,
});

/** @param anchorOfText whether the hits of the condition that it is anchored to are words */
export function prepareCondition(condition: Condition, anchorOfText: boolean): PreparedCondition {
  const { id, operator, role, range, anchor } = condition;
  const { prepare, ofText } = kindOf(operator);
  const ask = prepare(operator, role);
  return (call, anchored) => {
    if (anchored?.state === 'unknown') return { ...anchored, why: [], by: [id] };
    const lacking = lacksTimes(call, condition, ofText, anchorOfText);
    if (lacking) return standing('unknown', id, [], lacking);
    const said = saidBy(call, role);
    const scope = scopeOfRange(call, said, range);
    if (!anchor || !anchored) return oneAnswer(id, ask(call, scope));
    const hits = chosenHits(anchored, anchor.hit);
    if (hits.length === 0) return standing('idle', id);
    const answers = hits.map((hit) => ({ hit, answer: ask(call, windowAround(anchor, hit, said, scope)) }));
    return anchor.hit === 'every' ? everyAnswer(id, answers) : anyAnswer(id, answers);
  };
}

function chosenHits({ state, why }: Standing, which: number | 'any' | 'every'): Hit[] {
  if (state !== 'holds') return [];
  // Two words of one sentence are one occurrence.
  const hits = why.filter(
    (hit, place) => hit.index === null || why.findIndex(({ index }) => index === hit.index) === place,
  );
  const inOrder = hits.toSorted((a, b) => (a.index ?? 0) - (b.index ?? 0) || a.start - b.start);
  return typeof which === 'number' ? inOrder.slice(which - 1, which) : inOrder;
}

function oneAnswer(id: string, answer: Answer): Standing {
  if (answer.state === 'holds') return standing('holds', id, answer.hits);
  return answer.state === 'fails' ? standing('fails', id) : standing('unknown', id, [], answer.reason);
}

type Answered = readonly { hit: Hit; answer: Answer }[];

function anyAnswer(id: string, answers: Answered): Standing {
  const held = answers.flatMap(({ answer }) => (answer.state === 'holds' ? [answer] : []));
  if (held.length > 0) return standing('holds', id, unique(held.flatMap(({ hits }) => hits)));
  const open = answers.find(({ answer }) => answer.state === 'unknown');
  if (open) return oneAnswer(id, open.answer);
  return standing(
    'fails',
    id,
    answers.map(({ hit }) => hit),
  );
}

function everyAnswer(id: string, answers: Answered): Standing {
  const failed = answers.filter(({ answer }) => answer.state === 'fails').map(({ hit }) => hit);
  if (failed.length > 0) return standing('fails', id, failed);
  const open = answers.find(({ answer }) => answer.state === 'unknown');
  if (open) return oneAnswer(id, open.answer);
  return standing('holds', id, unique(answers.flatMap(({ answer }) => (answer.state === 'holds' ? answer.hits : []))));
}

const unique = (hits: readonly Hit[]): Hit[] => [
  ...new Map(hits.map((hit) => [`${hit.evidence.start} ${hit.evidence.end} ${hit.evidence.text}`, hit])).values(),
];

/**
 * all: fails when one fails, else unknown when one is unknown. any: holds when one holds, else unknown when one is
 * unknown. What is idle drops out; when all is idle, so is the whole.
 */
export function combine(tree: ConditionTree, of: (condition: string) => Standing): Standing {
  if ('condition' in tree) return of(tree.condition);
  if ('not' in tree) {
    const inner = combine(tree.not, of);
    const state = inner.state === 'holds' ? 'fails' : inner.state === 'fails' ? 'holds' : inner.state;
    return { ...inner, state };
  }
  const standings = ('all' in tree ? tree.all : tree.any).map((part) => combine(part, of));
  const order: State[] = 'all' in tree ? ['fails', 'unknown', 'holds', 'idle'] : ['holds', 'unknown', 'fails', 'idle'];
  const state = order.find((each) => standings.some((part) => part.state === each))!;
  const deciding = standings.filter((part) => part.state === state);
  return {
    state,
    why: unique(deciding.flatMap(({ why }) => why)),
    by: [...new Set(deciding.flatMap(({ by }) => by))],
    reason: deciding.find(({ reason }) => reason)?.reason ?? null,
  };
}

/** Every condition's standing, each asked once and only when needed. */
export function createStandings(
  conditions: readonly Condition[],
  prepared: ReadonlyMap<string, PreparedCondition>,
  call: Call,
): (id: string) => Standing {
  const known = new Map<string, Standing>();
  const byId = new Map(conditions.map((condition) => [condition.id, condition]));
  const of = (id: string): Standing => {
    const before = known.get(id);
    if (before) return before;
    const anchor = byId.get(id)?.anchor;
    const result = prepared.get(id)!(call, anchor ? of(anchor.condition) : null);
    known.set(id, result);
    return result;
  };
  return of;
}
