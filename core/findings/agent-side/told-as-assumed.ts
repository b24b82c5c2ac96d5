import { agentSideText } from '../../contract/index.ts';
import type { Call } from '../call.ts';
import type { Outcome } from '../outcome.ts';

/** Says with the reason of a verdict that rests on the sides of the sound that these were taken for granted, where they were. */
export function toldAsAssumed(call: Call, outcome: Outcome): Outcome {
  const assumed = call.recording.agentChannelFrom === 'assumed' && call.measures !== null;
  if (!assumed || outcome.verdict === 'cannot_tell') return outcome;
  const { zh, en } = agentSideText(call.recording.agentChannel, 'assumed');
  return { ...outcome, reason: { zh: `${outcome.reason.zh}${zh}。`, en: `${outcome.reason.en} ${en}.` } };
}
