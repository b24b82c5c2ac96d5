/** For tests: a transcript of four sentences and its corrections, on the real database, anew for each test. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import type { CoreContext } from '../../context.ts';
import type { SeenSentence, TranscriptEdit } from '../../contract/index.ts';
import type { ServiceOf } from '../../service.ts';
import { addRecording } from '../../test-support/library-rows.ts';
import { createTestCore, type TestCore } from '../../test-support/test-core.ts';
import { matchQuery } from '../search-index.ts';
import { createTranscripts, type Transcripts } from '../transcripts-service.ts';
import { createCorrections } from './corrections-service.ts';

export const dialogue = [
  { speaker: '坐席', start: 0, end: 2, text: '您好请问有什么可以帮您' },
  { speaker: '客户', start: 2.5, end: 4, text: '我要退订套餐' },
  { speaker: '坐席', start: 4.5, end: 6, text: '这个不归我管' },
  { speaker: '坐席', start: 6.5, end: 8, text: '谢谢观看' },
];

/** What a test file asks for once; the services behind it are those of the test that runs. */
export function setUpCorrections() {
  const id = 'r1';
  /** Recordings whose correction was told of. */
  const changed: string[] = [];
  let core: TestCore;
  let context: CoreContext;
  let transcripts: Transcripts;
  let corrections: ServiceOf<'corrections'>;
  let now = 1000;
  let edits = 0;
  beforeEach(async () => {
    core = createTestCore({ ports: { clock: () => ++now } });
    context = core.context;
    changed.length = 0;
    await context.settings.save({ inspector: '王质检' });
    transcripts = createTranscripts(context);
    restart();
    await addRecording(context.library, id);
    await attach(dialogue);
  });
  afterEach(() => core.close());

  const restart = () => {
    corrections = createCorrections(context, { onChanged: (recording) => changed.push(recording) });
  };

  const attach = (segments: object[], how?: { overCorrections: boolean }) => {
    const path = join(context.dirs.inbox, 'words.json');
    writeFileSync(path, JSON.stringify({ segments }));
    return transcripts.attach({ recordingId: id, path, overCorrections: false, ...how }, {});
  };
  const read = async () => (await transcripts.get({ recordingId: id }, {}))!;
  return {
    id,
    changed,
    attach,
    read,
    /** A new service on the same library. */
    restart,
    services: () => ({ context, transcripts, corrections }),
    lines: async () =>
      (await read()).segments.map(({ speaker, start, end, text }) => `${start}-${end} ${speaker} ${text}`),
    sentence: async (at: number) => (await read()).segments[at]!.id,
    /** @param seen default: the transcript as it stands */
    apply: async (edit: TranscriptEdit, seen?: readonly SeenSentence[]) =>
      corrections.apply(
        { recordingId: id, editId: `edit-${++edits}`, edit, seen: [...(seen ?? (await read()).segments)] },
        {},
      ),
    undo: (editId: string | null) => corrections.undo({ recordingId: id, editId: editId! }, {}),
    redo: (editId: string | null) => corrections.redo({ recordingId: id, editId: editId! }, {}),
    /** How many sentences the search index finds. */
    search: async (text: string) =>
      context.library.raw
        .prepare('SELECT count(*) FROM segment_search WHERE segment_search MATCH ?')
        .pluck()
        .get(matchQuery(text)),
    original: async () =>
      (await corrections.original({ recordingId: id }, {})).segments.map(({ text, state }) => `${text} ${state}`),
  };
}
