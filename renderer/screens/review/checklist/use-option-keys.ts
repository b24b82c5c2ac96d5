import type { Answer } from '../../../../core/contract/index.ts';
import { useKeyLabel } from '../../../commands/use-key-label.ts';

/** What is printed on the key caps of the answers: the keys as they are set now. */
export function useOptionKeys(): Record<Answer, string> {
  return {
    yes: useKeyLabel('score.option-1'),
    no: useKeyLabel('score.option-2'),
    partly: useKeyLabel('score.option-3'),
    na: useKeyLabel('score.not-applicable'),
  };
}
