import { useCommand } from '../../../../commands/dispatcher.ts';
import { useWork } from '../../work/work-store.ts';
import {
  changeSpeaker,
  currentSentence,
  openSentence,
  removeSentence,
  saveAndLeave,
  swapSpeakers,
} from './edit-actions.ts';
import { isEditing, useEditing } from './editing-store.ts';

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
      const segment = currentSentence();
      if (segment) openSentence(segment.id);
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
