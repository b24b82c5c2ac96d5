/**
 * How well each rule does on its probes: `node bench/probe-table.ts [--folder DIR] [RULE …]`. With rules named,
 * it also lists every probe that was judged otherwise than it is labelled. A folder of probes that were held back
 * takes the place of the project's own. Exits with 1 when precision or recall of "broken" is
 * below 95 % or a kept call is accused in more than 5 of 100.
 */
import { parseArgs } from 'node:util';
import { probeFigures } from '../core/findings/probes/probe-figures.ts';

const { values: options, positionals: wanted } = parseArgs({
  allowPositionals: true,
  options: { folder: { type: 'string' } },
});
const percent = (share: number) => `${(share * 100).toFixed(1)} %`.padStart(9);
const marks = { met: '+', not_met: '-', cannot_tell: '?' };
let low = false;

console.log(`${'rule'.padEnd(26)}probes  kept broken  open precision   recall  accused  left open  told`);
for (const { rule, judged, precision, recall, accused, told } of probeFigures(options.folder)) {
  if (wanted.length > 0 && !wanted.includes(rule)) continue;
  const of = (verdict: string) => judged.filter(({ expected }) => expected === verdict).length;
  const leftOpen = judged.filter(({ expected, found }) => expected !== 'cannot_tell' && found === 'cannot_tell');
  const counts = [judged.length, of('met'), of('not_met'), of('cannot_tell')].map((count) => String(count).padStart(6));
  const rest = [
    String(accused.length).padStart(9),
    String(leftOpen.length).padStart(11),
    String(told.length).padStart(6),
  ];
  console.log(`${rule.padEnd(26)}${counts.join('')} ${percent(precision)}${percent(recall)}${rest.join('')}`);
  low ||= precision < 0.95 || recall < 0.95 || accused.length > of('met') * 0.05;
  if (wanted.length === 0) continue;
  for (const { text, expected, found, reason } of judged)
    if (expected !== found) console.log(`  ${marks[expected]}/${marks[found]} ${text}\n        ${reason}`);
}
process.exitCode = low ? 1 : 0;
