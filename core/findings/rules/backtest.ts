/**
 * A rule tried on stored calls: what it says now beside what it would say, in memory, nothing stored. Both are
 * judged anew, so that the difference is the rule's alone and not that of an older version or program.
 */
import { recordingsToJudge } from '../../../db/index.ts';
import type { CoreContext } from '../../context.ts';
import type {
  BacktestEvent,
  BacktestResult,
  Flip,
  RecordingFilter,
  RuleDefinitionInput,
  Verdict,
} from '../../contract/index.ts';
import { DomainError } from '../../domain-error.ts';
import { criteriaOf } from '../../recordings/recording-criteria.ts';
import { maskSensitive } from '../../text/sensitive.ts';
import type { Judge } from '../define-detector.ts';
import { type LoadedCall, loadCalls } from '../load-call.ts';
import type { Outcome } from '../outcome.ts';
import { createTally } from './agreement.ts';
import { checkedDefinition, checkedParams } from './checked.ts';
import { compileDefinition } from './compile-definition.ts';
import { peopleSay, type Said } from './people-say.ts';
import type { LibraryRule, RuleSet } from './rule-set.ts';

export interface Trial {
  filter?: RecordingFilter | undefined;
  subject:
    | { ruleId: string; params: Record<string, unknown> }
    | { ruleId?: string | undefined; definition: RuleDefinitionInput };
}

interface Judges {
  /** Null: the rule judges nothing yet. */
  before: Judge | null;
  after: Judge;
  said: Said;
}

/** Calls between two looks at whether the caller is still there. */
const page = 200;
const flipsShown = 1000;

/**
 * @returns progress, and last the result; ends without one when the signal aborts
 * @throws DomainError RULE_NOT_FOUND, RULE_INVALID before anything is judged
 */
export async function backtest(
  context: CoreContext,
  ruleSet: RuleSet,
  { filter, subject }: Trial,
  signal: AbortSignal | undefined,
): Promise<AsyncGenerator<BacktestEvent>> {
  return run(context, await judgesOf(context, ruleSet, subject), filter, signal);
}

async function* run(
  context: CoreContext,
  judges: Judges,
  filter: RecordingFilter | undefined,
  signal: AbortSignal | undefined,
): AsyncGenerator<BacktestEvent> {
  const began = performance.now();
  const { timeZone } = await context.settings.get();
  const chosen = await recordingsToJudge(
    context.library,
    filter ? await criteriaOf(context.library, filter, timeZone) : {},
  );
  const trial = createTrial(judges);
  yield { type: 'progress', done: 0, total: chosen.length };
  for (let at = 0; at < chosen.length; at += page) {
    const ids = chosen.slice(at, at + page).map(({ id }) => id);
    for (const call of await loadCalls(context, ids)) trial.add(call);
    // The core has others to serve, and the caller may leave.
    await new Promise((resolve) => setImmediate(resolve));
    if (signal?.aborted) return;
    yield { type: 'progress', done: at + ids.length, total: chosen.length };
  }
  yield { type: 'result', result: trial.result(Math.round(performance.now() - began)) };
}

async function judgesOf({ library }: CoreContext, ruleSet: RuleSet, subject: Trial['subject']): Promise<Judges> {
  const rule = subject.ruleId === undefined ? undefined : await ruleSet.find(subject.ruleId);
  if (subject.ruleId !== undefined && (!rule || rule.removed))
    throw new DomainError('RULE_NOT_FOUND', { rule: subject.ruleId });
  const said = rule ? (await peopleSay(library.db, rule.facts.id)).get(rule.facts.id) : undefined;
  return { before: rule?.enabled ? rule.prepare() : null, after: changed(rule, subject), said: said ?? new Map() };
}

function changed(rule: LibraryRule | undefined, subject: Trial['subject']): Judge {
  if ('definition' in subject) {
    if (rule && !rule.definition) throw new DomainError('RULE_NOT_FOUND', { rule: rule.facts.id });
    return compileDefinition('', checkedDefinition(subject.definition)).judge();
  }
  if (!rule?.detector) throw new DomainError('RULE_NOT_FOUND', { rule: subject.ruleId });
  return checkedParams(rule.detector, subject.params);
}

function createTrial({ before, after, said }: Judges) {
  const old = createTally();
  const fresh = createTally();
  const matrix = new Map<string, BacktestResult['matrix'][number]>();
  const flips: Flip[] = [];
  let calls = 0;

  return {
    add({ call, row }: Pick<LoadedCall, 'call' | 'row'>): void {
      const broken = said.get(call.recording.id) ?? null;
      const was = before?.(call) ?? null;
      const is = after(call);
      calls += 1;
      if (was) old.add(was.verdict, broken);
      fresh.add(is.verdict, broken);
      const key = `${was?.verdict} ${is.verdict}`;
      const cell = matrix.get(key) ?? { from: was?.verdict ?? null, to: is.verdict, count: 0 };
      cell.count += 1;
      matrix.set(key, cell);
      if (was ? was.verdict !== is.verdict : is.verdict !== 'met') flips.push(flipOf({ call, row }, was, is, broken));
    },

    result(milliseconds: number): BacktestResult {
      const order: Record<Verdict, number> = { not_met: 0, met: 1, cannot_tell: 2 };
      const sorted = flips.toSorted(
        (a, b) => order[a.after] - order[b.after] || (b.startedAt ?? 0) - (a.startedAt ?? 0),
      );
      return {
        calls,
        milliseconds,
        before: before ? old.counts() : null,
        after: fresh.counts(),
        matrix: [...matrix.values()],
        flipped: flips.length,
        flips: sorted.slice(0, flipsShown),
        agreement: { before: before ? old.agreement() : null, after: fresh.agreement() },
      };
    },
  };
}

function flipOf(
  { call, row }: Pick<LoadedCall, 'call' | 'row'>,
  was: Outcome | null,
  is: Outcome,
  broken: boolean | null,
): Flip {
  const [first] = [...is.evidence, ...(was?.evidence ?? [])];
  return {
    recordingId: call.recording.id,
    file: row.file,
    agentId: row.agent_no,
    agentName: row.agent_name,
    startedAt: row.started_at,
    before: was?.verdict ?? null,
    after: is.verdict,
    reason: is.reason,
    at: first?.start ?? null,
    quote: first?.text ? maskSensitive(first.text) : null,
    broken,
  };
}
