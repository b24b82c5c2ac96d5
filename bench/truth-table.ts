/**
 * What the detectors say of the ten labelled calls, beside what is true: `node bench/truth-table.ts`.
 * First with transcripts and call records alone (what rests on the sound is then `cannot_tell`), then with the
 * measures of a perfect ear, then with those really made from the sound. Exits with 1 when a verdict is wrong, which `cannot_tell` for lack of measures is not.
 */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { measure } from '../core/audio/measures/measure.ts';
import type { Call } from '../core/findings/call.ts';
import { detectors } from '../core/findings/detectors/index.ts';
import { labelledCalls } from '../core/test-support/labelled-calls.ts';

const marks = { met: '+', not_met: '-', cannot_tell: '?' };
const samples = fileURLToPath(new URL('../samples', import.meta.url));
const calls = labelledCalls(samples);
const heard = new Map<string, Call>();
for (const { file, call } of calls)
  heard.set(file, { ...call, measures: await measure({ path: join(samples, file) }) });

function table(title: string, callOf: (call: (typeof calls)[number]) => Call): number {
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
      if (found === expected) right += 1;
      else if (found === 'cannot_tell') open += 1;
      else wrong += 1;
      return `${marks[expected]}/${marks[found]}${found === expected ? '' : ' !'}`;
    });
    console.log(`${rule.id.padEnd(26)}${cells.map((cell) => cell.padEnd(6)).join('')}`);
  }
  console.log(`${right} of ${right + open + wrong} right, ${open} cannot tell yet, ${wrong} wrong`);
  return wrong;
}

const wrong =
  table('transcript and call record', ({ call }) => call) +
  table('with ideal measures', ({ measured }) => measured) +
  table('with the measures of the sound', ({ file }) => heard.get(file)!);
for (const { id, call, forbiddenPhrases } of calls) {
  if (!forbiddenPhrases) continue;
  const found = detectors
    .find(({ rule }) => rule.id === 'forbidden-phrase')!
    .detect(call)
    .evidence.map(({ text }) => text);
  console.log(
    `\n${id} forbidden phrases: ${forbiddenPhrases.map((phrase) => `${phrase}${found.includes(phrase) ? '' : ' !'}`).join(', ')}`,
  );
  console.log(`found: ${found.join(', ')}`);
}
process.exitCode = wrong > 0 ? 1 : 0;
