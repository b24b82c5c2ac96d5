import { api, describeError } from '../../../api.ts';
import { go } from '../../../app/navigation.ts';
import { i18n } from '../../../i18n/index.ts';
import { toast } from '../../../ui/toast.tsx';
import { usePlayer } from '../player/player-store.ts';
import { answerOf } from './actions.ts';
import { loses } from './answers.ts';
import { clipSpan } from './clip-span.ts';
import { findItem, selectMarks, useWork } from './work-store.ts';

/** Saves what clipSpan chooses for training, with the checklist item it shows well or badly. */
export async function saveClip(): Promise<void> {
  const { recording, transcript, template, pointId, itemId } = useWork.getState();
  const { duration, time, selection } = usePlayer.getState();
  if (!recording) return;
  const language = i18n.language === 'en' ? 'en' : 'zh';
  const marks = selectMarks(useWork.getState());
  const checked = marks.find(({ finding }) => finding.id === pointId) ?? null;
  const linked = checked ? checked.itemId : itemId;
  const answer = linked === null ? null : (answerOf(linked)?.answer ?? null);
  const lost = loses(answer);
  const mark = checked ?? (lost ? (marks.find((each) => each.itemId === linked && each.span) ?? null) : null);
  const span = clipSpan({ duration, time, selection, mark, segments: transcript?.segments ?? [] });
  if (!span) {
    toast(i18n.t('review:clipNothing'));
    return;
  }
  try {
    const clip = await api.training.saveClip({
      recordingId: recording.id,
      startMs: Math.round(span.start * 1000),
      endMs: Math.round(span.end * 1000),
      kind: checked?.finding.decision === false || answer === 'yes' ? 'good' : 'bad',
      templateId: template?.id ?? null,
      // A clip without a finding or a lost item shows no item in particular.
      itemId: mark || lost ? linked : null,
      title: mark ? mark.finding.title[language] : lost ? (findItem(template, linked)?.title[language] ?? '') : '',
    });
    toast(i18n.t('review:clipSaved', { title: clip.title }), {
      action: { label: i18n.t('open'), run: () => go('clips') },
    });
  } catch (error) {
    toast(describeError(error, language), { tone: 'error' });
  }
}
