import { normalise } from '../../../text/normalise.ts';
import { placeOfWord } from '../../phrases/find-phrases.ts';
import { anyOf, defineOperator, fails, type Hit, hitIn, lacksWords, type Said } from './operator.ts';

/** Words that are said, or not said, by the role. */
export const keywords = defineOperator({
  kind: 'keywords',
  inputs: ['transcript'],
  ofText: true,
  hasPlaces: ({ match }) => match !== 'none',
  describe({ words, match, least }) {
    const list = words.slice(0, 5).join('、') + (words.length > 5 ? '…' : '');
    switch (match) {
      case 'any':
        return { zh: `说“${list}”之一`, en: `says one of “${list}”` };
      case 'all':
        return { zh: `说全“${list}”`, en: `says all of “${list}”` };
      case 'at-least':
        return { zh: `至少说“${list}”中的 ${least} 个`, en: `says at least ${least} of “${list}”` };
      case 'none':
        return { zh: `不说“${list}”`, en: `says none of “${list}”` };
    }
  },
  prepare({ words, match, least, within }, role) {
    const plain = [...new Set(words.map((word) => normalise(word).plain))];
    const wanted = match === 'all' ? plain.length : match === 'at-least' ? Math.min(least, plain.length) : 1;
    const enough = (places: readonly Place[]) => new Set(places.map(({ word }) => word)).size >= wanted;
    return (call, { sentences }) => {
      const lacking = lacksWords(call, role);
      if (lacking) return lacking;
      const bySentence = sentences.map((said) => placesIn(said, plain)).filter((places) => places.length > 0);
      const kept = within === 'sentence' ? bySentence.filter(enough) : bySentence;
      const places = kept.flat();
      if (match === 'none') return places.length === 0 ? { state: 'holds', hits: [] } : fails;
      if (!enough(places)) return fails;
      return anyOf(places.map(({ said, start, end }): Hit => hitIn(call, said, start, end)));
    };
  },
});

interface Place {
  said: Said;
  word: string;
  start: number;
  end: number;
}

function placesIn(said: Said, words: readonly string[]): Place[] {
  const { plain } = said.sentence;
  return words.flatMap((word) => {
    const place = placeOfWord(plain, word);
    return place ? [{ said, word, ...place }] : [];
  });
}
