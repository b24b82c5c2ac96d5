/** The transcript on the desk and its corrections: shown at once, saved one after the other, each to be undone. */

import { v7 as newId } from 'uuid';
import type { SeenSentence, Transcript, TranscriptEdit } from '../../../../../core/contract/index.ts';
import { api, describeError, errorOf } from '../../../../api.ts';
import { markSaved } from '../../../../app/status-bar.tsx';
import { i18n } from '../../../../i18n/index.ts';
import { queryClient } from '../../../../query.ts';
import { untilConnected } from '../../../../rpc-connection.ts';
import { toast } from '../../../../ui/toast.tsx';
import { history } from '../../work/session.ts';
import { useWork } from '../../work/work-store.ts';
import { createWriteQueue, type Write, type WriteQueue } from '../../work/write-queue.ts';
import { addClash } from './clash-store.ts';
import { asSeen, seenBy, type Typed } from './seen.ts';
import { sentenceBy, withText } from './sentences-around.ts';

interface Session {
  recordingId: string;
  queue: WriteQueue<Transcript>;
  /** As it is on the screen, or was when the call was left. */
  shown: Transcript;
}

let session: Session | null = null;

/** Puts the transcript of a call on the desk; what is known newer than that is kept. */
export function showTranscript(recordingId: string, transcript: Transcript | null): void {
  if (transcript === null) {
    session = null;
    useWork.setState({ transcript: null });
  } else if (session?.recordingId === recordingId) session.queue.refresh(transcript);
  else {
    session = createSession(recordingId, transcript);
    useWork.setState({ transcript });
  }
}

/** What waits goes on being saved after the call is left. */
export function closeTranscript(): void {
  session = null;
}

/** What became of an edit. */
export interface Outcome {
  /** Null: refused, which has been told. */
  saved: Transcript | null;
  /** The words are kept: the person is asked whose the sentence gets. */
  asked: boolean;
}

interface Way {
  /** How the transcript looks at once; only where that is known before the core has answered. */
  look?: (transcript: Transcript) => Transcript;
  /** The words that the edit brings along from a text box. */
  typed?: Typed | undefined;
}

/** Saves an edit of the transcript on the desk. */
export async function correct(edit: TranscriptEdit, way: Way = {}): Promise<Outcome> {
  const here = session;
  if (!here) return { saved: null, asked: false };
  return send(here, edit, seenBy(edit, here.shown, way.typed), way);
}

async function send(here: Session, edit: TranscriptEdit, seen: SeenSentence[], way: Way): Promise<Outcome> {
  const { recordingId, queue } = here;
  const editId = newId();
  // Asked for when its turn comes: by then the core has made the edit, found nothing to do, or refused it.
  let made = false;
  const replay = (again: 'undo' | 'redo') =>
    void push(queue, {
      ask: () => (made ? api.corrections[again]({ recordingId, editId }) : stored(recordingId)),
    });
  if (session === here) history()?.push({ undo: () => replay('undo'), redo: () => replay('redo') });
  let asked = false;
  const saved = await push(queue, {
    look: way.look,
    async ask() {
      const done = await api.corrections.apply({ recordingId, editId, edit, seen });
      made = done.editId !== null;
      return done.transcript;
    },
    async refused(error) {
      // Of an emptied sentence there are no words to choose.
      if (way.typed?.text && errorOf(error).code === 'SENTENCE_CHANGED') asked = await ask(here, way.typed);
      return asked;
    },
  });
  return { saved, asked };
}

/** Two windows corrected the sentence. @returns false where there is nothing to choose: it is gone, or says what it said */
async function ask(here: Session, { sentence, text: mine, over }: Typed): Promise<boolean> {
  const { recordingId, queue } = here;
  const now = await stored(recordingId).catch(() => null);
  const theirs = sentenceBy(now, sentence);
  if (!now || !theirs || theirs.text === over) return false;
  keepKnown(now);
  queue.refresh(now);
  const edit = { kind: 'text', sentence, text: mine } as const;
  const typed = { sentence, text: mine, over: theirs.text };
  const look = (transcript: Transcript) => withText(transcript, sentence, mine);
  addClash({
    recordingId,
    theirs,
    mine,
    putMine: () =>
      void send(session?.recordingId === recordingId ? session : here, edit, [asSeen(theirs)], { look, typed }),
  });
  return true;
}

/** Another transcript in place of this one; what was done to this one can no longer be undone step by step. */
export function replaceTranscript(work: () => Promise<Transcript>): Promise<Transcript | null> {
  return session ? push(session.queue, { ask: work, landed: isAnother }) : Promise.resolve(null);
}

/** What a person corrects in a transcript, here or elsewhere, leaves its age alone. */
const isAnother = (before: Transcript, after: Transcript): boolean => before.createdAt !== after.createdAt;

interface Request {
  look?: ((transcript: Transcript) => Transcript) | undefined;
  ask: () => Promise<Transcript>;
  /** Of what must not be asked for twice: whether it was done before the core went away. */
  landed?: (before: Transcript, after: Transcript) => boolean;
  /** @returns whether the person has been told why it was refused */
  refused?: (error: unknown) => Promise<boolean>;
}
/** What came of writes, and whom to tell once it is shown. */
const pending = new WeakMap<
  Write<Transcript>,
  { tell: (outcome: Transcript | null) => void; saved: Transcript | null; refused: Request['refused'] }
>();

const keepKnown = (transcript: Transcript): void =>
  void queryClient.setQueryData(['transcripts', 'get', transcript.recordingId], transcript);

function push(
  queue: WriteQueue<Transcript>,
  { look = (transcript) => transcript, ask, landed, refused }: Request,
): Promise<Transcript | null> {
  return new Promise((tell) => {
    const outcome = { tell, saved: null as Transcript | null, refused };
    const write: Write<Transcript> = {
      apply: look,
      async send() {
        const transcript = await ask();
        keepKnown(transcript);
        outcome.saved = transcript;
        return transcript;
      },
      landed(before, after) {
        const did = landed?.(before, after) ?? false;
        if (did) outcome.saved = after;
        return did;
      },
    };
    pending.set(write, outcome);
    queue.push(write);
  });
}

function createSession(recordingId: string, transcript: Transcript): Session {
  const queue = createWriteQueue(transcript, {
    onChange: (view) => {
      created.shown = view;
      if (session === created) useWork.setState({ transcript: view });
    },
    onSaved(write) {
      markSaved();
      const outcome = pending.get(write);
      outcome?.tell(outcome.saved);
    },
    onRefused: (write, error) => void refuse(write, error),
    isGone: (error) => errorOf(error).code === 'CORE_GONE',
    untilBack: untilConnected,
    reload: () => stored(recordingId),
  });
  const created: Session = { recordingId, queue, shown: transcript };
  return created;
}

async function refuse(write: Write<Transcript>, error: unknown): Promise<void> {
  const outcome = pending.get(write);
  if (!(await outcome?.refused?.(error)))
    toast(describeError(error, i18n.language === 'en' ? 'en' : 'zh'), { tone: 'error' });
  void queryClient.invalidateQueries({ queryKey: ['transcripts'] });
  outcome?.tell(null);
}

async function stored(recordingId: string): Promise<Transcript> {
  const transcript = await api.transcripts.get({ recordingId });
  if (!transcript) throw new Error('the transcript is gone');
  return transcript;
}
