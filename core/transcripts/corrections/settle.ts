/** Keeps the originals of what was touched, and drops the layer where a sentence is again as it came. */
import { asItCame, groups, type Layer } from './layer.ts';
import { inOrder, type LayeredSentence, type Original, originsOf, saysTheSame } from './layered-sentence.ts';

interface Editor {
  by: string;
  at: number;
}

/** @param editor written to the originals of everything that differs */
export function settle(before: Layer, sentences: readonly LayeredSentence[], editor: Editor): Layer {
  const originals = new Map(before.originals);
  const now = new Map(sentences.map((sentence) => [sentence.id, sentence]));
  for (const was of before.sentences) {
    const is = now.get(was.id);
    if (is && isSame(was, is)) continue;
    if (was.origins === null) originals.set(was.id, originalOf(was, editor));
    for (const origin of [...originsOf(was), ...(is ? originsOf(is) : [])]) sign(originals, origin, editor);
  }
  for (const { id, origins } of sentences) if (origins === null) originals.delete(id);
  return dropEqual({ sentences, originals });
}

const originalOf = ({ origins: _origins, ...spoken }: LayeredSentence, editor: Editor): Original => ({
  ...spoken,
  ...editor,
});

function sign(originals: Map<number, Original>, id: number, editor: Editor): void {
  const original = originals.get(id);
  if (original) originals.set(id, { ...original, ...editor });
}

/** Same content, and as much or as little corrected. */
export const isSame = (a: LayeredSentence, b: LayeredSentence): boolean =>
  saysTheSame(a, b) &&
  JSON.stringify(a.words) === JSON.stringify(b.words) &&
  JSON.stringify(a.origins) === JSON.stringify(b.origins);

/** What a person typed back to how it was counts as never touched. */
function dropEqual(layer: Layer): Layer {
  const originals = new Map(layer.originals);
  const sentences = new Set(layer.sentences);
  for (const group of groups(layer)) {
    const came = inOrder(group.origins.map((origin) => asItCame(layer.originals.get(origin)!)));
    const stands = inOrder(group.sentences);
    if (stands.length !== came.length || !stands.every((one, at) => saysTheSame(one, came[at]!))) continue;
    for (const sentence of stands) sentences.delete(sentence);
    for (const sentence of came) {
      sentences.add(sentence);
      originals.delete(sentence.id);
    }
  }
  return { sentences: inOrder([...sentences]), originals };
}
