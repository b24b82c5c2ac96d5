/** What a person does to the transcript. Every act is saved at once and can be undone. */
import type { Speaker, Transcript } from '../../../../../core/contract/index.ts';
import { chordLabel } from '../../../../commands/chord.ts';
import { keysOf, run } from '../../../../commands/dispatcher.ts';
import { i18n } from '../../../../i18n/index.ts';
import { toast } from '../../../../ui/toast.tsx';
import { seek, setFollowing } from '../../player/player.ts';
import { usePlayer } from '../../player/player-store.ts';
import { playheadTime } from '../../work/cursor.ts';
import { useWork } from '../../work/work-store.ts';
import { notEditing, useEditing } from './editing-store.ts';
import type { Typed } from './seen.ts';
import { neighbour, sentenceAt, sentenceBy, withChange, withText } from './sentences-around.ts';
import { closeTranscript, correct } from './transcript-session.ts';

const transcript = (): Transcript | null => useWork.getState().transcript;
const editing = useEditing.getState;
/** Whether the list followed the playhead before a sentence was opened. */
let followed = true;

/** The sentence in the text box, else the one under the playhead. */
export const currentSentence = () =>
  sentenceBy(transcript(), editing().sentence) ?? sentenceAt(transcript(), playheadTime());

/** Opens a sentence as a text box and saves the one that was open. @param caret default: its end */
export function openSentence(id: number, caret?: number): void {
  if (editing().sentence === id) return;
  if (editing().sentence === null) followed = usePlayer.getState().following;
  else save();
  show(id, caret);
}

function show(id: number, caret?: number): void {
  const segment = sentenceBy(transcript(), id);
  if (!segment) {
    leave();
    return;
  }
  setFollowing(false);
  const { text } = segment;
  useEditing.setState({ ...notEditing, sentence: id, saved: text, text, caret: caret ?? text.length });
  // The sound goes on, and is only brought back where it has run past the sentence; at rest it waits at the sentence.
  const [time, { playing }] = [playheadTime(), usePlayer.getState()];
  if (time > segment.end || (time < segment.start && !playing)) seek(segment.start);
}

/** Saves what is typed; an emptied sentence is a removed one. */
function save(): void {
  const { sentence, saved, text, busy } = editing();
  const typed = text.trim();
  // A split or a merge has taken along what was typed.
  if (sentence === null || busy || typed === saved) return;
  const words = { sentence, text: typed, over: saved };
  if (typed === '') remove(sentence, words);
  else {
    const way = { look: (now: Transcript) => withText(now, sentence, typed), typed: words };
    void correct({ kind: 'text', sentence, text: typed }, way).then((outcome) => {
      if (!outcome.saved && !outcome.asked) tellUnsaved(typed);
    });
  }
  useEditing.setState({ saved: typed });
}

/** After the reason: what could not be saved is shown once more, to be copied. */
function tellUnsaved(text: string): void {
  toast(i18n.t('review:correct.notSaved', { text }), { tone: 'error' });
}

/** @param typed where it was emptied in the text box: what it said when it was opened */
function remove(sentence: number, typed?: Typed): void {
  const look = (now: Transcript) => ({ ...now, segments: now.segments.filter(({ id }) => id !== sentence) });
  void correct({ kind: 'remove', sentence }, { look, typed }).then(({ saved }) => {
    if (saved) tell(i18n.t('review:correct.removed'));
  });
}

/** What is not seen at once is told, with the way back. */
function tell(text: string): void {
  const kbd = chordLabel(keysOf('edit.undo')[0] ?? '');
  toast(text, { action: { label: i18n.t('undo'), kbd, run: () => run('edit.undo') } });
}

/** Closes the text box and keeps what was typed. */
export function saveAndLeave(): void {
  if (editing().sentence === null) return;
  save();
  leave();
}

/** The call is left: what is typed is saved, and goes on being saved. */
export function leaveTranscript(): void {
  saveAndLeave();
  useEditing.setState(notEditing);
  closeTranscript();
}

function leave(): void {
  useEditing.setState(notEditing);
  setFollowing(followed);
}

/** Closes the text box; what was typed is gone unless it is asked for back. */
export function giveUp(): void {
  const { sentence, saved, text } = editing();
  leave();
  if (sentence === null || text.trim() === saved) return;
  const back = () => {
    openSentence(sentence);
    useEditing.setState({ saved, text });
  };
  toast(i18n.t('review:correct.givenUp'), { action: { label: i18n.t('review:correct.typeOn'), run: back } });
}

/** The sentence in the box is no longer there: another transcript came, or another window removed it. */
export function loseSentence(): void {
  const { saved, text } = editing();
  leave();
  if (text.trim() !== saved) toast(i18n.t('review:correct.lost', { text: text.trim() }), { tone: 'error' });
}

/** Saves and goes to the sentence before or after; leaves after the last one. */
export function moveOn(step: 1 | -1): void {
  const next = neighbour(transcript(), editing().sentence, step);
  if (next) openSentence(next.id);
  else if (step === 1) saveAndLeave();
}

/** Two sentences where the cursor stands; the second one is open then. */
export async function splitAt(caret: number): Promise<void> {
  const { sentence, text, busy } = editing();
  if (sentence === null || busy || text.slice(0, caret).trim() === '' || text.slice(caret).trim() === '') return;
  const lead = text.length - text.trimStart().length;
  await structural({ kind: 'split', sentence, text: text.trim(), at: caret - lead }, (now) => ({
    open: neighbour(now, sentence, 1)?.id,
    caret: 0,
  }));
}

/** The sentence in the text box and the one before or after it become one; the cursor stands at the seam. */
export async function mergeWith(step: 1 | -1): Promise<void> {
  const { sentence, text, busy } = editing();
  const other = neighbour(transcript(), sentence, step);
  if (sentence === null || busy || !other) return;
  const typed = text.trim();
  // Of an emptied sentence nothing is left to be merged.
  if (typed === '') {
    const end = step === -1 ? other.text.length : 0;
    return structural({ kind: 'remove', sentence }, () => ({ open: other.id, caret: end }));
  }
  const texts = step === -1 ? { secondText: typed } : { firstText: typed };
  const [first, second] = step === -1 ? [other.id, sentence] : [sentence, other.id];
  const tail = (step === -1 ? typed : other.text).length;
  await structural({ kind: 'merge', first, second, ...texts }, (now) => ({
    open: first,
    caret: (sentenceBy(now, first)?.text.length ?? tail) - tail,
  }));
}

/** For what changes the number of sentences: the box waits for the core, then opens where work goes on. */
async function structural(
  edit: Parameters<typeof correct>[0],
  next: (now: Transcript) => { open: number | undefined; caret: number },
): Promise<void> {
  const { sentence, saved: over } = editing();
  const text = editing().text.trim();
  const typed = sentence !== null && text !== over ? { sentence, text, over } : undefined;
  useEditing.setState({ busy: true });
  const { saved: now, asked } = await correct(edit, { typed });
  // The box was left meanwhile, with what was typed on its way.
  if (!editing().busy) {
    if (!now && !asked && typed && text !== '') tellUnsaved(text);
    return;
  }
  // What was typed is in the question now.
  if (asked) {
    leave();
    return;
  }
  if (!now) {
    useEditing.setState({ busy: false });
    return;
  }
  const { open, caret } = next(now);
  if (open === undefined) leave();
  else show(open, caret);
}

export function setSpeaker(sentence: number, speaker: Speaker): void {
  if (sentenceBy(transcript(), sentence)?.speaker === speaker) return;
  void correct({ kind: 'speaker', sentence, speaker }, { look: (now) => withChange(now, sentence, { speaker }) });
}

/** Agent or customer, whichever it is not. */
export function changeSpeaker(): void {
  const segment = currentSentence();
  if (segment) setSpeaker(segment.id, segment.speaker === 'agent' ? 'customer' : 'agent');
}

export function swapSpeakers(): void {
  void correct({ kind: 'swap' });
}

/** Sets one end of a sentence to the playhead. */
export function setEdge(sentence: number, edge: 'start' | 'end'): void {
  const segment = sentenceBy(transcript(), sentence);
  if (!segment) return;
  const start = edge === 'start' ? playheadTime() : segment.start;
  const end = edge === 'end' ? playheadTime() : segment.end;
  if (start < end)
    void correct({ kind: 'times', sentence, start, end }, { look: (now) => withChange(now, sentence, { start, end }) });
  else toast(i18n.t('review:correct.noTime'), { tone: 'error' });
}

export function removeSentence(sentence: number): void {
  if (editing().sentence === sentence) leave();
  remove(sentence);
}

export function mergeSentences(first: number, second: number): void {
  saveAndLeave();
  void correct({ kind: 'merge', first, second });
}

/** Back to how it came. */
export function restoreSentence(sentence: number): void {
  if (editing().sentence === sentence) leave();
  void correct({ kind: 'restore', sentence });
}

export function restoreAll(): void {
  saveAndLeave();
  void correct({ kind: 'restore-all' });
  tell(i18n.t('review:correct.allRestored'));
}
