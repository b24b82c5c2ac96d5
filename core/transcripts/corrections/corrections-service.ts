/** What people correct in transcripts: a layer over what the engine or the file said. Every step can be undone. */
import {
  addEdit,
  type CorrectedTranscript,
  changeLayer,
  correctedTranscript,
  type Db,
  editsAtHand,
  findTranscriptTarget,
  isEdit,
  nextSegmentId,
  setUndone,
} from '../../../db/index.ts';
import type { CoreContext } from '../../context.ts';
import type { Transcript } from '../../contract/index.ts';
import { DomainError } from '../../domain-error.ts';
import type { ServiceOf } from '../../service.ts';
import { toSentence } from '../stored-sentence.ts';
import { viewTranscript } from '../view-transcript.ts';
import { applyEdit } from './apply-edit.ts';
import { type Change, changesBetween, playChanges } from './changes.ts';
import { bringBack, listReplaced } from './keep-replaced.ts';
import type { Layer } from './layer.ts';
import { layerChange } from './layer-change.ts';
import type { LayeredSentence } from './layered-sentence.ts';
import { isOvertaken } from './overtaken.ts';
import { settle } from './settle.ts';
import { toLayer } from './stored-layer.ts';

/** A transcript inside the transaction that changes it. */
interface OpenLayer {
  trx: Db;
  stored: CorrectedTranscript;
  layer: Layer;
  who: string;
  now: number;
}

/** @param deps.onChanged what rests on transcripts and has to follow, told after each change */
export function createCorrections(
  context: CoreContext,
  { onChanged }: { onChanged: (recordingId: string) => void },
): ServiceOf<'corrections'> {
  const { library, settings, audit, events, clock } = context;

  /** @throws DomainError RECORDING_NOT_FOUND */
  async function fileOf(recordingId: string): Promise<string> {
    const recording = await findTranscriptTarget(library, recordingId);
    if (!recording) throw new DomainError('RECORDING_NOT_FOUND', { id: recordingId });
    return recording.file;
  }
  async function stored(db: Db, recordingId: string, file: string): Promise<CorrectedTranscript> {
    const found = await correctedTranscript(db, recordingId);
    if (!found) throw new DomainError('TRANSCRIPT_MISSING', { file });
    return found;
  }

  /** Runs one step in one transaction: when the promise resolves it is on the disk, when it rejects nothing of it is. */
  async function step<Result>(recordingId: string, work: (open: OpenLayer) => Promise<Result>): Promise<Result> {
    const file = await fileOf(recordingId);
    return library.db.transaction().execute(async (trx) => {
      const found = await stored(trx, recordingId, file);
      const who = (await settings.get(trx)).inspector;
      return work({ trx, stored: found, layer: toLayer(found), who, now: clock() });
    });
  }
  function tell(recordingId: string): void {
    events.changed('transcripts');
    onChanged(recordingId);
  }

  const settled = ({ layer, who, now }: OpenLayer, sentences: readonly LayeredSentence[]): Layer =>
    settle(layer, sentences, { by: who, at: now });
  const write = ({ trx, stored, layer, now }: OpenLayer, after: Layer): Promise<void> =>
    changeLayer(trx, stored.transcript.id, layerChange(layer, after, now));

  const view = async (recordingId: string): Promise<Transcript> => (await viewTranscript(library.db, recordingId))!;

  /** @throws DomainError EDIT_OVERTAKEN */
  async function play(recordingId: string, editId: string, to: 'before' | 'after'): Promise<Transcript> {
    await step(recordingId, async (open) => {
      const { last, undone } = await editsAtHand(open.trx, open.stored.transcript.id);
      const [edit, other] = to === 'before' ? [last, undone] : [undone, last];
      if (other?.id === editId) return;
      if (edit?.id !== editId) throw new DomainError('EDIT_OVERTAKEN');
      await write(open, settled(open, playChanges(open.layer.sentences, JSON.parse(edit.changes) as Change[], to)));
      await setUndone(open.trx, editId, to === 'before');
      const action = to === 'before' ? 'transcript.undo-correction' : 'transcript.redo-correction';
      await audit.write(action, recordingId, { edit: editId }, open.trx);
    });
    tell(recordingId);
    return view(recordingId);
  }

  return {
    async apply({ recordingId, editId: id, edit, seen }) {
      const editId = await step(recordingId, async (open) => {
        const { trx, layer, who, now } = open;
        const transcriptId = open.stored.transcript.id;
        // Asked for again: it is done.
        if (await isEdit(trx, transcriptId, id)) return id;
        const after = settled(open, applyEdit(layer, edit, await nextSegmentId(trx)));
        const changes = changesBetween(layer, after);
        if (changes.length === 0) return null;
        if (isOvertaken(layer, edit, seen)) throw new DomainError('SENTENCE_CHANGED');
        await write(open, after);
        const { last } = await editsAtHand(trx, transcriptId);
        const row = {
          id,
          transcript_id: transcriptId,
          kind: edit.kind,
          who,
          at: now,
          changes: JSON.stringify(changes),
        };
        await addEdit(trx, row, last);
        await audit.write('transcript.correct', recordingId, { edit: id, kind: edit.kind }, trx);
        return id;
      });
      if (editId !== null) tell(recordingId);
      return { editId, transcript: await view(recordingId) };
    },

    undo: ({ recordingId, editId }) => play(recordingId, editId, 'before'),
    redo: ({ recordingId, editId }) => play(recordingId, editId, 'after'),

    async original({ recordingId }) {
      const { segments, originals } = await stored(library.db, recordingId, await fileOf(recordingId));
      const standing = new Set(segments.flatMap(({ origins }) => JSON.parse(origins ?? '[]') as number[]));
      const asTheyCame = [
        ...segments.filter(({ origins }) => origins === null).map((row) => ({ row, state: 'same' as const })),
        ...originals.map((row) => ({
          row,
          state: standing.has(row.id) ? ('corrected' as const) : ('removed' as const),
        })),
      ];
      asTheyCame.sort((a, b) => a.row.start_ms - b.row.start_ms || a.row.id - b.row.id);
      return { segments: asTheyCame.map(({ row, state }) => ({ ...toSentence(row), state })) };
    },

    async replaced({ recordingId }) {
      return listReplaced(library.db, recordingId);
    },

    async bringBack({ recordingId, replacedId }) {
      await bringBack(context, recordingId, replacedId);
      tell(recordingId);
      return view(recordingId);
    },
  };
}
