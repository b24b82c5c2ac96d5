/** Starts transcription from anywhere: asks what it would do, asks the person where there is a choice, queues. */
import { create } from 'zustand';
import type { RecordingFilter, TranscriptionPlan } from '../../../../core/contract/index.ts';
import { api, describeError } from '../../../api.ts';
import { i18n } from '../../../i18n/index.ts';
import { toast } from '../../../ui/toast.tsx';
import { showQueue } from '../queue/queue-store.ts';

export type Which = { recordingIds: string[] } | { filter: RecordingFilter };

/** The question that is on the screen. */
export const useStart = create<{ asked: { which: Which; plan: TranscriptionPlan } | null }>(() => ({ asked: null }));

export async function startTranscription(which: Which): Promise<void> {
  try {
    const plan = await api.transcription.plan(which);
    // What waits already is only put first.
    if (plan.recordings === 1 && plan.waiting === 1) return await putFirst(which);
    const needsAnswer = plan.fault !== null || plan.transcribed > 0 || plan.recordings > 1;
    if (needsAnswer) useStart.setState({ asked: { which, plan } });
    else await enqueue(which, { replace: false, overCorrections: false, first: true });
  } catch (error) {
    toast(describeError(error, language()), { tone: 'error' });
  }
}

async function putFirst(which: Which): Promise<void> {
  if ('recordingIds' in which) await api.transcription.prioritise({ recordingId: which.recordingIds[0]! });
  toast(i18n.t('transcription:start.next'), show());
}

/** @returns whether it was queued; a refusal is told */
export async function enqueue(
  which: Which,
  how: { replace: boolean; overCorrections: boolean; first: boolean },
): Promise<boolean> {
  try {
    const { queued, kept } = await api.transcription.enqueue({ ...which, ...how });
    const first = how.first && queued + kept < 2;
    toast(first ? i18n.t('transcription:start.next') : i18n.t('transcription:start.queued', { n: queued }), show());
    if (kept > 0) toast(i18n.t('transcription:start.kept', { n: kept }));
    return true;
  } catch (error) {
    toast(describeError(error, language()), { tone: 'error' });
    return false;
  }
}

const show = () => ({ action: { label: i18n.t('transcription:start.show'), run: showQueue } });
const language = () => (i18n.language === 'en' ? 'en' : 'zh');
