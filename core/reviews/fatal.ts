/** Fatal findings that nobody decided: what the routine gesture must not pass. */
import type { Finding, Template, TemplateItem } from '../contract/index.ts';
import { DomainError } from '../domain-error.ts';
import type { GivenAnswer, GivenAnswers } from '../scoring/judge.ts';
import { clock } from '../training/clip-text.ts';
import { itemsOf } from './answers.ts';
import { accuses, decidedAnswer, findingsFor } from './suggestions.ts';

/**
 * Breaches, and questions that a place in the call raises, by a fatal rule or on an item that fails the form. Decided
 * is a finding that a person called true or a false alarm, or of which a person answered the linked items that fail
 * the form by hand; where none does, any linked item.
 * @param answered whether a person answered the item itself
 */
export function undecidedFatal(
  template: Template,
  findings: readonly Finding[],
  answered: (item: TemplateItem) => boolean,
): Finding[] {
  const items = itemsOf(template);
  return findings.filter((finding) => {
    if (finding.mark || finding.decision !== null || !accuses(finding)) return false;
    const linked = items.filter((item) => findingsFor(item, [finding]).length > 0);
    const failing = linked.filter(isFatal);
    if (failing.length > 0) return !failing.every(answered);
    return finding.severity === 'fatal' && !linked.some(answered);
  });
}

const isFatal = ({ severity, onFail }: TemplateItem): boolean => severity === 'fatal' || onFail === 'fail-form';

/** An answer that only follows from decisions on other findings of the item says nothing of the one that is open. */
export const answeredByHand =
  (findings: readonly Finding[], answers: GivenAnswers) =>
  (item: TemplateItem): boolean => {
    const given: GivenAnswer | undefined = answers.get(item.id);
    if (!given?.answer) return false;
    const derived = decidedAnswer(item, findings);
    return derived?.answer !== given.answer || derived.count !== given.count;
  };

/**
 * @param passed ids of findings, or of their rules, that the caller passes knowingly
 * @returns those of `undecided` that are passed
 * @throws DomainError FATAL_UNDECIDED naming the others
 */
export function passKnowingly(undecided: readonly Finding[], passed: readonly string[]): Finding[] {
  const left = undecided.filter(({ id, rule }) => !passed.includes(id) && !passed.includes(rule));
  if (left.length > 0)
    throw new DomainError('FATAL_UNDECIDED', {
      count: left.length,
      ids: left.map(({ id }) => id).join(', '),
      rules: left.map(({ rule }) => rule).join(', '),
      findingsZh: left.map((finding) => named(finding, 'zh')).join('、'),
      findingsEn: left.map((finding) => named(finding, 'en')).join(', '),
    });
  return [...undecided];
}

function named({ title, evidence }: Finding, language: 'zh' | 'en'): string {
  const at = evidence[0]?.start;
  return at === undefined ? title[language] : `${title[language]} ${clock(at * 1000)}`;
}
