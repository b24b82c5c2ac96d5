/** The transcript on the desk and its corrections: shown at once, saved one after the other, each to be undone. */
import type { Transcript, TranscriptEdit } from '../../../../../core/contract/index.ts';
import { api, describeError, errorOf } from '../../../../api.ts';
import { markSaved } from '../../../../app/status-bar.tsx';
import { i18n } from '../../../../i18n/index.ts';
import { queryClient } from '../../../../query.ts';
import { untilConnected } from '../../../../rpc-connection.ts';
import { toast } from '../../../../ui/toast.tsx';
import { history } from '../../work/session.ts';
import { useWork } from '../../work/work-store.ts';
import { createWriteQueue, type Write, type WriteQueue } from '../../work/write-queue.ts';

interface Session {
  recordingId: string;
  queue: WriteQueue<Transcript>;
}

let session: Session | null = null;

/** Puts the transcript of a call on the desk; what is known newer than that is kept. */
export function showTranscript(recordingId: string, transcript: Transcript | null): void {
  if (transcript === null) {
    session = null;
    useWork.setState({ transcript: null });
  } else if (session?.recordingId === recordingId) session.queue.refresh(transcript);
  else {
    session = { recordingId, queue: createQueue(recordingId, transcript) };
    useWork.setState({ transcript });
  }
}

/** What waits goes on being saved after the call is left. */
export function closeTranscript(): void {
  session = null;
}

/**
 * @param look how the transcript looks at once; only where that is known before the core has answered
 * @returns the transcript once it is saved; null when it was refused, which has been told
 */
export function correct(
  edit: TranscriptEdit,
  look: (transcript: Transcript) => Transcript = asItIs,
): Promise<Transcript | null> {
  const here = session;
  if (!here) return Promise.resolve(null);
  const { recordingId, queue } = here;
  let editId: string | null = null;
  // Asked for when its turn comes: by then the core has told which edit it is, or refused it.
  const replay = (again: 'undo' | 'redo') =>
    void push(queue, asItIs, () =>
      editId === null ? stored(recordingId) : api.corrections[again]({ recordingId, editId }),
    );
  history()?.push({ undo: () => replay('undo'), redo: () => replay('redo') });
  return push(queue, look, async () => {
    const done = await api.corrections.apply({ recordingId, edit });
    editId = done.editId;
    return done.transcript;
  });
}

/** Another transcript in place of this one; what was done to this one can no longer be undone step by step. */
export function replaceTranscript(work: () => Promise<Transcript>): Promise<Transcript | null> {
  return session ? push(session.queue, asItIs, work) : Promise.resolve(null);
}

const asItIs = (transcript: Transcript): Transcript => transcript;
/** What came of writes, and whom to tell once it is shown. */
const pending = new WeakMap<
  Write<Transcript>,
  { tell: (outcome: Transcript | null) => void; saved: Transcript | null }
>();

function push(
  queue: WriteQueue<Transcript>,
  apply: (transcript: Transcript) => Transcript,
  ask: () => Promise<Transcript>,
): Promise<Transcript | null> {
  return new Promise((tell) => {
    const outcome = { tell, saved: null as Transcript | null };
    const write: Write<Transcript> = {
      apply,
      async send() {
        const transcript = await ask();
        queryClient.setQueryData(['transcripts', 'get', transcript.recordingId], transcript);
        outcome.saved = transcript;
        return transcript;
      },
      // Asked for twice, most edits would do harm.
      landed(before, after) {
        const did = JSON.stringify(before.segments) !== JSON.stringify(after.segments);
        if (did) outcome.saved = after;
        return did;
      },
    };
    pending.set(write, outcome);
    queue.push(write);
  });
}

function createQueue(recordingId: string, transcript: Transcript): WriteQueue<Transcript> {
  return createWriteQueue(transcript, {
    onChange: (view) => {
      if (session?.recordingId === recordingId) useWork.setState({ transcript: view });
    },
    onSaved(write) {
      markSaved();
      const outcome = pending.get(write);
      outcome?.tell(outcome.saved);
    },
    onRefused(write, error) {
      toast(describeError(error, i18n.language === 'en' ? 'en' : 'zh'), { tone: 'error' });
      void queryClient.invalidateQueries({ queryKey: ['transcripts'] });
      pending.get(write)?.tell(null);
    },
    isGone: (error) => errorOf(error).code === 'CORE_GONE',
    untilBack: untilConnected,
    reload: () => stored(recordingId),
  });
}

async function stored(recordingId: string): Promise<Transcript> {
  const transcript = await api.transcripts.get({ recordingId });
  if (!transcript) throw new Error('the transcript is gone');
  return transcript;
}
