import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api } from '../../../api.ts';
import { usePlayer } from '../player/player-store.ts';
import { selectMarks, useWork } from '../work/work-store.ts';
import { buildRows, type Row } from './rows.ts';

/** The rows of the call on the desk; none without a transcript. */
export function useRows(): Row[] {
  const recording = useWork((work) => work.recording);
  const transcript = useWork((work) => work.transcript);
  const marks = useWork(selectMarks);
  const quiet = usePlayer((player) => player.quiet);
  const duration = usePlayer((player) => player.duration);
  const recordingId = recording?.id ?? '';
  const { data: heard = null } = useQuery({
    queryKey: ['findings', 'heard', recordingId],
    queryFn: () => api.findings.heard({ recordingId }),
    enabled: transcript !== null && recordingId !== '',
  });
  return useMemo(
    () =>
      recording && transcript
        ? buildRows({ recording, duration, segments: transcript.segments, marks, quiet, heard })
        : [],
    [recording, transcript, marks, quiet, heard, duration],
  );
}
