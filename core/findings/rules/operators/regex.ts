import { compilePattern } from '../../../text/safe-pattern.ts';
import { anyOf, defineOperator, hitIn, lacksWords } from './operator.ts';

/** A pattern within one sentence; a hit inside a match of the excluded pattern does not count. */
export const regex = defineOperator({
  kind: 'regex',
  inputs: ['transcript'],
  ofText: true,
  hasPlaces: () => true,
  describe: ({ pattern }) => ({ zh: `说到符合 ${pattern} 的话`, en: `says what matches ${pattern}` }),
  prepare({ pattern, exclude }, role) {
    const wanted = compilePattern(pattern);
    const excluded = exclude === null ? null : compilePattern(exclude);
    return (call, { sentences }) => {
      const lacking = lacksWords(call, role);
      if (lacking) return lacking;
      return anyOf(
        sentences.flatMap((said) => {
          const hits = wanted.places(said.sentence.plain);
          if (hits.length === 0) return [];
          const around = excluded?.places(said.sentence.plain) ?? [];
          return hits
            .filter((hit) => !around.some(({ start, end }) => start <= hit.start && end >= hit.end))
            .map(({ start, end }) => hitIn(call, said, start, end));
        }),
      );
    };
  },
});
