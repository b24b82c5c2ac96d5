import { z } from 'zod';
import type { Evidence } from '../../contract/index.ts';
import { type Call, quote, sentencesOf } from '../call.ts';
import { defineDetector } from '../define-detector.ts';
import { cannotTell, met, notMet } from '../outcome.ts';
import { PhraseParams, phrasesSaid } from '../phrase-rule.ts';
import { complains, complaintBusiness, noComplaint } from '../phrases/complaint.ts';
import { displeased, dissatisfiedPhrases } from '../phrases/dissatisfied.ts';
import { quoteMatch, turnsOf } from '../turns.ts';
import { raisedVoiceOf } from '../voice-level.ts';

/** Picks the calls of dissatisfied customers for people to listen to. It says nothing of the agent. */
export const customerDissatisfied = defineDetector({
  id: 'customer-dissatisfied',
  version: 3,
  title: { zh: '客户不满', en: 'Customer dissatisfied' },
  breach: { zh: '客户不满', en: 'Customer dissatisfied' },
  severity: 'minor',
  mark: true,
  needs: [],
  helps: ['transcript', 'measures', 'stereo'],
  phrases: dissatisfiedPhrases,
  params: PhraseParams.extend({
    /** Whether a raised voice of the customer is enough. */
    voice: z
      .boolean()
      .default(true)
      .meta({ label: { zh: '客户突然提高音量也算', en: 'A raised voice of the customer counts' } }),
    /** Decibels above the customer's usual level. */
    above: z
      .number()
      .min(3)
      .max(30)
      .default(10)
      .meta({ label: { zh: '高出平时', en: 'Above the usual level' }, unit: { zh: 'dB', en: 'dB' } }),
    /** Seconds of raised speech at least. */
    least: z
      .number()
      .min(0.3)
      .max(10)
      .default(1)
      .meta({ label: { zh: '持续至少', en: 'For at least' }, unit: { zh: '秒', en: 's' } }),
  }),
  detect(call, params) {
    const raised = params.voice ? raisedVoiceOf(call, 'customer', params) : null;
    const loud = raised?.certain ? raised.loud : [];
    const estimated = call.transcript?.speakersEstimated === true;
    const said = estimated
      ? []
      : [
          ...complaints(call),
          ...phrasesSaid(call, dissatisfiedPhrases, params, 'customer')
            .filter(({ doubt }) => doubt === null)
            .map(({ evidence }) => evidence),
        ];
    if (said.length + loud.length > 0) {
      const words = [...new Set(said.map(({ text }) => text))].slice(0, 5).join('、');
      const zh = [words && `客户说了：${words}`, loud.length > 0 && '客户突然提高音量'].filter(Boolean).join('；');
      const en = [words && `The customer said: ${words}`, loud.length > 0 && 'the customer raises the voice'];
      return notMet(`${zh}。`, `${en.filter(Boolean).join('; ')}.`, {
        evidence: [...said, ...loud].sort((a, b) => a.start - b.start),
        value: said.length + loud.length,
      });
    }
    if (estimated || sentencesOf(call, 'customer').length === 0)
      return cannotTell('没有标明是客户说的话，无法判断。', 'No sentence is marked as the customer’s.');
    const doubtful = sentencesOf(call, 'customer').filter(
      ({ plain }) =>
        (displeased.test(plain) || reportOfOthers.test(plain)) &&
        !complaintBusiness.test(plain) &&
        !noComplaint.test(plain),
    );
    if (doubtful.length > 0)
      return cannotTell('客户可能有些不满。', 'The customer may be displeased.', {
        evidence: doubtful.map((sentence) => quote(call, sentence)),
      });
    return met('没有听到客户不满。', 'No dissatisfaction of the customer is heard.', { value: 0 });
  },
});

/** Reports somebody else, as people do to an authority: 我要举报一个违停 */
const reportOfOthers = /举报(?!你|您|信|电话|投诉)[^,。!?]{2,}/;

function complaints(call: Call): Evidence[] {
  return turnsOf(call)
    .filter(
      ({ speaker, plain }) =>
        speaker === 'customer' &&
        complains.test(plain.replace(reportOfOthers, '')) &&
        !complaintBusiness.test(plain) &&
        !noComplaint.test(plain),
    )
    .flatMap((turn) => quoteMatch(call, turn, complains));
}
