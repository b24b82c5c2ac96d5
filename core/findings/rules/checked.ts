/** Settings of rules as they come from people, checked before they are stored or tried. */
import { z } from 'zod';
import { RuleDefinition, type RuleDefinitionInput } from '../../contract/index.ts';
import { DomainError } from '../../domain-error.ts';
import { PatternError } from '../../text/safe-pattern.ts';
import type { Detector, Judge } from '../define-detector.ts';
import { checkDefinition, DefinitionError } from './compile-definition.ts';

/** @returns the detector with these parameters @throws DomainError RULE_INVALID */
export function checkedParams(detector: Detector, params: Record<string, unknown>): Judge {
  return orInvalid(detector.rule.id, () => detector.prepare(params));
}

/** @returns the definition with its defaults filled in @throws DomainError RULE_INVALID */
export function checkedDefinition(written: RuleDefinitionInput): RuleDefinition {
  return orInvalid(written.title.zh || written.title.en, () => {
    const definition = RuleDefinition.parse(written);
    checkDefinition(definition);
    return definition;
  });
}

/** @param rule what people call it */
function orInvalid<T>(rule: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const detail = problemOf(error);
    if (detail === null) throw error;
    throw new DomainError('RULE_INVALID', { rule, detail }, { cause: error });
  }
}

function problemOf(error: unknown): string | null {
  if (error instanceof z.ZodError)
    return error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
  if (error instanceof PatternError) return `${error.pattern}: ${error.message}`;
  return error instanceof DefinitionError ? error.message : null;
}
