/** Whether a transcript gives the two parties each other's words: labels that a recogniser or an export mixed up. */
import { signsIn } from './agent-side/agent-words.ts';
import type { Call } from './call.ts';
import { oncePerCall } from './once.ts';

/** Weight of signs against the labels from which they are doubted: two that each tell by itself … */
const leastAgainst = 6;
/** … and at least so many times those for them. */
const timesMore = 3;

export const labelsDoubted = oncePerCall((call: Call): boolean => {
  let [right, wrong] = [0, 0];
  for (const { speaker, plain } of call.transcript?.sentences ?? []) {
    if (speaker === 'unknown') continue;
    const { agent, customer } = signsIn(plain);
    right += speaker === 'agent' ? agent : customer;
    wrong += speaker === 'agent' ? customer : agent;
  }
  return wrong >= leastAgainst && wrong >= right * timesMore;
});
