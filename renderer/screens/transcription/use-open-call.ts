import { useEffect } from 'react';
import { api } from '../../api.ts';
import { useCommand } from '../../commands/dispatcher.ts';
import { startTranscription } from './start/start-transcription.ts';

/** The call on the desk: should it wait in the queue, it goes before the others; the command transcribes it. */
export function useOpenCall(recordingId: string): void {
  useCommand('file.transcribe', () => void startTranscription({ recordingIds: [recordingId] }));
  useEffect(() => {
    // Its place is a convenience: without it the call comes in its turn.
    api.transcription.prioritise({ recordingId }).catch(() => undefined);
  }, [recordingId]);
}
