/**
 * What the detectors say of the labelled calls, beside what is true: `node bench/truth-table.ts [FOLDER …]`, by
 * default the ten calls of `samples` and the hard ones of `samples-hard`.
 * First with transcripts and call records alone (what rests on the sound is then `cannot_tell`), then with the
 * measures of a perfect ear, then with those really made from the sound. Exits with 1 when a verdict is wrong, which `cannot_tell` for lack of measures is not.
 */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { measure } from '../core/audio/measures/measure.ts';
import type { Call } from '../core/findings/call.ts';
import { detectors } from '../core/findings/detectors/index.ts';
import { type LabelledCall, labelledCalls } from '../core/test-support/labelled-calls.ts';

const marks = { met: '+', not_met: '-', cannot_tell: '?' };

function table(title: string, calls: readonly LabelledCall[], callOf: (call: LabelledCall) => Call): number {
  let right = 0;
  let open = 0;
  let wrong = 0;
  console.log(`\n${title}: expected/found (+ met, - not met, ? cannot tell, . not judged)`);
  console.log(`${''.padEnd(26)}${calls.map(({ id }) => id.padEnd(6)).join('')}`);
  for (const { rule, detect } of detectors) {
    const cells = calls.map((call) => {
      const expected = call.expected.get(rule.id);
      const found = detect(callOf(call)).verdict;
      if (expected === undefined) return `./${marks[found]}`;
      const isRight = found === expected || found === call.accepted.get(rule.id);
      if (isRight) right += 1;
      else if (found === 'cannot_tell') open += 1;
      else wrong += 1;
      return `${marks[expected]}/${marks[found]}${isRight ? '' : ' !'}`;
    });
    console.log(`${rule.id.padEnd(26)}${cells.map((cell) => cell.padEnd(6)).join('')}`);
  }
  console.log(`${right} of ${right + open + wrong} right, ${open} cannot tell yet, ${wrong} wrong`);
  return wrong;
}

/** Phrases that were said and are not among the evidence, named. */
function forbiddenPhrasesFound({ id, call, forbiddenPhrases }: LabelledCall): number {
  if (!forbiddenPhrases) return 0;
  const { detect } = detectors.find(({ rule }) => rule.id === 'forbidden-phrase')!;
  const found = detect(call).evidence.map(({ text }) => text ?? '');
  const missed = forbiddenPhrases.filter((phrase) => !found.some((text) => text.includes(phrase)));
  console.log(
    `\n${id} forbidden phrases: ${forbiddenPhrases.join(' | ')}${missed.length > 0 ? `, missed: ${missed.join(' | ')}` : ''}`,
  );
  console.log(`found: ${found.join(' | ')}`);
  return missed.length;
}

const root = fileURLToPath(new URL('..', import.meta.url));
const folders = process.argv.length > 2 ? process.argv.slice(2) : [join(root, 'samples'), join(root, 'samples-hard')];
let wrong = 0;
for (const folder of folders) {
  const calls = labelledCalls(folder);
  const heard = new Map<string, Call>();
  for (const call of calls) heard.set(call.file, call.heard(await measure({ path: join(folder, call.file) })));
  console.log(`\n${folder}`);
  wrong +=
    table('transcript and call record', calls, ({ call }) => call) +
    table('with ideal measures', calls, ({ measured }) => measured) +
    table('with the measures of the sound', calls, ({ file }) => heard.get(file)!);
  for (const call of calls) wrong += forbiddenPhrasesFound(call);
}
process.exitCode = wrong > 0 ? 1 : 0;
