import { useMemo } from 'react';
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
  return useMemo(
    () =>
      recording && transcript ? buildRows({ recording, duration, segments: transcript.segments, marks, quiet }) : [],
    [recording, transcript, marks, quiet, duration],
  );
}
