/** Another template for the call on the desk: asks before anything leaves the form, and can be undone. */
import { create } from 'zustand';
import type { TemplateChange } from '../../../../core/contract/index.ts';
import { api, describeError } from '../../../api.ts';
import { chordLabel } from '../../../commands/chord.ts';
import { keysOf } from '../../../commands/dispatcher.ts';
import { i18n } from '../../../i18n/index.ts';
import { toast } from '../../../ui/toast.tsx';
import { saveDraft } from './actions.ts';
import { undo } from './flow.ts';
import { allSaved, history, push } from './session.ts';
import { isDraft, useWork } from './work-store.ts';
import { templateWrite } from './writes.ts';

interface TemplateVersion {
  id: string;
  version: number;
}

/** The change that waits for a yes. */
export const useAsked = create<{ asked: (TemplateVersion & { reviewId: string; told: TemplateChange }) | null }>(
  () => ({
    asked: null,
  }),
);

export async function changeTemplate(to: TemplateVersion): Promise<void> {
  saveDraft();
  try {
    await allSaved();
    const { review } = useWork.getState();
    if (!review || !isDraft(review)) return;
    const told = await api.reviews.templateChange({ reviewId: review.id, templateId: to.id, version: to.version });
    if (useWork.getState().review?.id !== review.id) return;
    if (told.aside.length > 0 || told.comments > 0) useAsked.setState({ asked: { ...to, reviewId: review.id, told } });
    else put(to, told);
  } catch (error) {
    toast(describeError(error, i18n.language === 'en' ? 'en' : 'zh'), { tone: 'error' });
  }
}

export function answerAsked(yes: boolean): void {
  const { asked } = useAsked.getState();
  useAsked.setState({ asked: null });
  if (yes && asked && asked.reviewId === useWork.getState().review?.id) put(asked, asked.told);
}

function put(to: TemplateVersion, told: TemplateChange): void {
  const { review } = useWork.getState();
  if (!review) return;
  const { templateId, templateVersion } = review;
  push(templateWrite(to.id, to.version, true));
  history()?.push({
    redo: () => push(templateWrite(to.id, to.version, false)),
    undo: () => push(templateWrite(templateId, templateVersion, false)),
  });
  const counts = { aside: told.aside.length, carried: told.carried.length, restored: told.restored };
  toast(i18n.t('review:template.changed', counts), {
    action: { label: i18n.t('undo'), kbd: chordLabel(keysOf('edit.undo')[0] ?? ''), run: undo },
  });
}
