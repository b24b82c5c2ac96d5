import { listClips, updateClip } from '../../db/index.ts';
import type { CoreContext } from '../context.ts';
import { linesOf, maskedSentences } from './clip-text.ts';

/** Says anew what is said in the clips of a recording, after its transcript was corrected or replaced. */
export async function refreshClipTexts(
  { library, settings, events }: Pick<CoreContext, 'library' | 'settings' | 'events'>,
  recordingId: string,
): Promise<void> {
  const { language } = await settings.get();
  let changed = false;
  for (const clip of await listClips(library, { recordingId })) {
    const sentences = await maskedSentences(library, recordingId, clip);
    const text = linesOf(sentences, clip.phone, language);
    if (text === clip.text) continue;
    await updateClip(library, clip.id, { text });
    changed = true;
  }
  if (changed) events.changed('clips');
}
