import type { RuleDefinition } from '../../contract/index.ts';
import type { Judge, RuleFacts } from '../define-detector.ts';

/** Grows whenever the operators could judge a call differently. */
export const ownRuleCode = 0;

export function compileDefinition(
  id: string,
  { title, severity }: RuleDefinition,
): { facts: Omit<RuleFacts, 'version'>; judge(): Judge } {
  return {
    facts: { id, title, severity, needs: [], helps: [] },
    judge() {
      throw new Error('not built yet');
    },
  };
}
