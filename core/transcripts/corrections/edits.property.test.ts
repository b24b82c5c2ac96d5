import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdit } from './apply-edit.ts';
import { changesBetween, playChanges } from './changes.ts';
import { cut, join } from './cut-and-join.ts';
import type { Layer } from './layer.ts';
import { inOrder, type LayeredSentence, type Spoken, type Word } from './layered-sentence.ts';
import { settle } from './settle.ts';
import { placeWords, reword } from './timed-words.ts';

const letters = fc.string({
  unit: fc.constantFrom('您', '好', '请', '问', '，', '😀', 'a'),
  minLength: 2,
  maxLength: 20,
});
const speaker = fc.constantFrom('agent' as const, 'customer' as const, 'unknown' as const);

/** A sentence as engines give it: some of its words timed, in a row. */
const spoken: fc.Arbitrary<Spoken> = fc
  .record({
    text: letters,
    speaker,
    startMs: fc.nat(10_000),
    length: fc.integer({ min: 2, max: 9000 }),
    timed: fc.boolean(),
  })
  .map(({ text, speaker: who, startMs, length, timed }) => {
    const pieces = text.match(/[^，]{1,3}/gu) ?? [];
    const per = length / 1000 / Math.max(1, pieces.length);
    const words = pieces.map((piece, at): Word => {
      const start = startMs / 1000 + at * per;
      return { text: piece, start, end: start + per * 0.9 };
    });
    return { text, speaker: who, startMs, endMs: startMs + length, words: timed && words.length > 0 ? words : null };
  });

const ascending = (words: readonly Word[] | null) =>
  (words ?? []).every(
    (word, at, all) => word.start <= word.end + 1e-9 && (at === 0 || all[at - 1]!.end <= word.start + 1e-9),
  );

describe('cutting a sentence anywhere', () => {
  it('keeps its text, its span, its speaker and the text of its words', () => {
    fc.assert(
      fc.property(spoken, fc.double({ min: 0, max: 1, noNaN: true }), (sentence, share) => {
        const at = 1 + Math.floor(share * (sentence.text.length - 1));
        fc.pre(at < sentence.text.length && [...sentence.text].length > 1);
        let halves: [Spoken, Spoken];
        try {
          halves = cut(sentence, at);
        } catch {
          // Only a cut inside the first or before the last sign leaves nothing on one side.
          expect(sentence.text.slice(0, at - 1) === '' || sentence.text.slice(at + 1) === '').toBe(true);
          return;
        }
        const [left, right] = halves;
        expect(left.text + right.text).toBe(sentence.text);
        expect(left.text.isWellFormed() && right.text.isWellFormed()).toBe(true);
        expect([left.startMs, right.endMs]).toEqual([sentence.startMs, sentence.endMs]);
        expect(left.startMs < left.endMs && left.endMs <= right.startMs && right.startMs < right.endMs).toBe(true);
        expect([left.speaker, right.speaker]).toEqual([sentence.speaker, sentence.speaker]);
        const text = (words: readonly Word[] | null) => (words ?? []).map((word) => word.text).join('');
        expect(text(left.words) + text(right.words)).toBe(text(sentence.words));
        expect(ascending(left.words) && ascending(right.words)).toBe(true);
      }),
    );
  });
});

describe('joining two sentences', () => {
  it('keeps both texts in a row and the span of both', () => {
    fc.assert(
      fc.property(spoken, spoken, (a, b) => {
        const joined = join({ ...a, id: 1, origins: null }, { ...b, id: 2, origins: null });
        expect(joined.text.replaceAll(' ', '')).toBe(a.text + b.text);
        expect([joined.startMs, joined.endMs]).toEqual([Math.min(a.startMs, b.startMs), Math.max(a.endMs, b.endMs)]);
      }),
    );
  });

  it('puts a blank between words in Latin letters, and none into a number', () => {
    const text = (a: string, b: string) => {
      const of = (id: number, words: string): LayeredSentence => {
        return { id, text: words, speaker: 'agent', startMs: 0, endMs: 1, words: null, origins: null };
      };
      return join(of(1, a), of(2, b)).text;
    };
    expect(text('Thank you.', 'Bye')).toBe('Thank you. Bye');
    expect(text('138', '0013')).toBe('1380013');
    expect(text('套餐', '58元')).toBe('套餐58元');
  });
});

describe('changing the text', () => {
  it('keeps the words around the change, in order, and places what is new between them', () => {
    fc.assert(
      fc.property(spoken, letters, fc.nat(20), fc.nat(20), (sentence, insert, from, length) => {
        const head = sentence.text.slice(0, from);
        const tail = sentence.text.slice(from + length);
        const text = head + insert + tail;
        const words = reword(sentence, text);
        expect(words === null).toBe(placeWords(sentence).length === 0);
        if (!words) return;
        expect(ascending(words)).toBe(true);
        expect(placeWords({ text, words })).toHaveLength(words.length);
        const before = placeWords(sentence).filter(({ to }) => to <= head.length);
        expect(words.slice(0, before.length)).toEqual(
          before.map(({ text: word, start, end }) => ({ text: word, start, end })),
        );
      }),
    );
  });
});

describe('any edits in a row', () => {
  const edit = fc.record({
    kind: fc.constantFrom('text', 'split', 'merge', 'speaker', 'swap', 'remove', 'restore'),
    at: fc.nat(9),
    text: letters,
  });

  it('can be played back to how the transcript came, and again to what they made of it', () => {
    fc.assert(
      fc.property(
        fc.array(spoken, { minLength: 1, maxLength: 5 }),
        fc.array(edit, { maxLength: 8 }),
        (texts, edits) => {
          const sentences = inOrder(texts.map((one, at) => ({ ...one, id: at + 1, origins: null })));
          const start: Layer = { sentences, originals: new Map() };
          const states = [start];
          for (const { kind, at, text } of edits) {
            const layer = states.at(-1)!;
            const here = layer.sentences[at % Math.max(1, layer.sentences.length)];
            const next = here && layer.sentences[layer.sentences.indexOf(here) + 1];
            if (!here || (kind === 'merge' && !next)) continue;
            const sentence = here.id;
            const step = {
              text: { kind: 'text' as const, sentence, text },
              split: { kind: 'split' as const, sentence, text: here.text, at: Math.max(1, at) },
              merge: { kind: 'merge' as const, first: sentence, second: next?.id ?? 0 },
              speaker: { kind: 'speaker' as const, sentence, speaker: 'unknown' as const },
              swap: { kind: 'swap' as const },
              remove: { kind: 'remove' as const, sentence },
              restore: { kind: 'restore' as const, sentence },
            }[kind as 'text'];
            try {
              states.push(settle(layer, applyEdit(layer, step, 100 + states.length), { by: '王', at: states.length }));
            } catch {
              // What cannot be cut is not cut.
            }
          }
          let layer = states.at(-1)!;
          for (let at = states.length - 1; at > 0; at--) {
            const changes = changesBetween(states[at - 1]!, states[at]!);
            layer = settle(layer, playChanges(layer.sentences, changes, 'before'), { by: '李', at: 99 });
            expect(layer.sentences).toEqual(states[at - 1]!.sentences);
          }
          expect(layer.originals.size).toBe(0);
          for (let at = 1; at < states.length; at++) {
            const changes = changesBetween(states[at - 1]!, states[at]!);
            layer = settle(layer, playChanges(layer.sentences, changes, 'after'), { by: '李', at: 99 });
            expect(layer.sentences).toEqual(states[at]!.sentences);
            expect([...layer.originals.keys()].sort()).toEqual([...states[at]!.originals.keys()].sort());
          }
          const all = applyEdit(layer, { kind: 'restore-all' }, 0);
          expect(settle(layer, all, { by: '李', at: 99 }).sentences).toEqual(start.sentences);
        },
      ),
    );
  });
});
