import type { Detector } from '../define-detector.ts';
import { addressesByName } from './addresses-by-name.ts';
import { agentId } from './agent-id.ts';
import { agentIdWhenAsked } from './agent-id-when-asked.ts';
import { answerInThreeRings } from './answer-in-three-rings.ts';
import { apologyAfterFault } from './apology-after-fault.ts';
import { arguing } from './arguing.ts';
import { closing } from './closing.ts';
import { closingAgentId } from './closing-agent-id.ts';
import { complaintTakenUp } from './complaint-taken-up.ts';
import { confirmsRequest } from './confirms-request.ts';
import { courtesyWordsUsed } from './courtesy-words.ts';
import { customerDataSpoken } from './customer-data-spoken.ts';
import { customerDissatisfied } from './customer-dissatisfied.ts';
import { customerHangsUpFirst } from './customer-hangs-up-first.ts';
import { forbiddenPhrase } from './forbidden-phrase.ts';
import { greeting } from './greeting.ts';
import { holdConsent } from './hold-consent.ts';
import { holdThanks } from './hold-thanks.ts';
import { holdWithoutMusic } from './hold-without-music.ts';
import { inTouchDuringWait } from './in-touch-during-wait.ts';
import { insult } from './insult.ts';
import { interruption } from './interruption.ts';
import { outboundNameFirst } from './outbound-name-first.ts';
import { prolongedSilence } from './prolonged-silence.ts';
import { pushingOff } from './pushing-off.ts';
import { raisedVoice } from './raised-voice.ts';
import { replyGap } from './reply-gap.ts';
import { rhetoricalQuestion } from './rhetorical-question.ts';
import { speechRate } from './speech-rate.ts';
import { talkShare } from './talk-share.ts';
import { transferConsent } from './transfer-consent.ts';
import { voiceVolume } from './voice-volume.ts';
import { waitOverLimit } from './wait-over-limit.ts';

/** Every detector, in the order of a call. */
export const detectors: readonly Detector[] = [
  answerInThreeRings,
  greeting,
  agentId,
  outboundNameFirst,
  forbiddenPhrase,
  pushingOff,
  rhetoricalQuestion,
  insult,
  arguing,
  courtesyWordsUsed,
  interruption,
  raisedVoice,
  voiceVolume,
  speechRate,
  replyGap,
  talkShare,
  prolongedSilence,
  waitOverLimit,
  holdConsent,
  holdWithoutMusic,
  inTouchDuringWait,
  holdThanks,
  transferConsent,
  addressesByName,
  confirmsRequest,
  agentIdWhenAsked,
  customerDissatisfied,
  complaintTakenUp,
  apologyAfterFault,
  customerDataSpoken,
  closing,
  closingAgentId,
  customerHangsUpFirst,
];
