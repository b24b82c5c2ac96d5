import { useCommand } from '../../../../commands/dispatcher.ts';
import { useWork } from '../../work/work-store.ts';
import { useFind } from '../find-store.ts';
import {
  changeSpeaker,
  currentSentence,
  openSentence,
  removeSentence,
  saveAndLeave,
  swapSpeakers,
} from './edit-actions.ts';
import { isEditing, useEditing } from './editing-store.ts';

/** The hit that is shown, while the cursor is in the search box. */
function foundPlace() {
  const { query, matches, current } = useFind.getState();
  return query !== '' && document.activeElement instanceof HTMLInputElement ? matches[current] : undefined;
}

/** The keys that correct the transcript of the call on the desk. @param show brings the transcript into sight */
export function useEditCommands(show: () => void): void {
  const ready = useWork((work) => (work.transcript?.segments.length ?? 0) > 0);
  const original = useEditing((editing) => editing.original);
  const correcting = ready && !original;
  useCommand(
    'transcript.edit',
    () => {
      if (isEditing()) return saveAndLeave();
      show();
      const found = foundPlace();
      const segment = currentSentence();
      if (found) openSentence(found.segmentId, found.to);
      else if (segment) openSentence(segment.id);
    },
    correcting,
  );
  useCommand('transcript.speaker', changeSpeaker, correcting);
  useCommand(
    'transcript.remove',
    () => {
      const segment = currentSentence();
      if (segment) removeSentence(segment.id);
    },
    correcting,
  );
  useCommand('transcript.swap', swapSpeakers, correcting);
  useCommand(
    'transcript.original',
    () => {
      saveAndLeave();
      show();
      useEditing.setState({ original: !original });
    },
    ready || original,
  );
}
