import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { oc } from './base.ts';
import { Bilingual, Id } from './common.ts';
import { RecordingRemark } from './remarks.ts';

/** What a part of a file name may mean. */
export const PatternField = z.enum(['date', 'time', 'datetime', 'agent', 'phone', 'direction', 'team', 'id', 'any']);
export type PatternField = z.infer<typeof PatternField>;

/** Meanings that a column of call records may have. */
export const CdrField = z.enum([
  'file',
  'agentId',
  'agentName',
  'team',
  'phone',
  'caller',
  'callee',
  'direction',
  'startedAt',
  /** Calendar day, where `startedAt` holds only the time of day. */
  'startedDate',
  'talkSeconds',
  'ringSeconds',
  'hangupBy',
  'business',
  'satisfaction',
  /** Whether somebody answered: a queue rings several agents, and each gets a row. */
  'answered',
  /** The phone system's own name of the call, which file names may carry. */
  'callId',
  /** Asterisk's channels (`PJSIP/8012-0002`), which name the agent where the number dialled was a queue's. */
  'callerChannel',
  'calleeChannel',
]);
export type CdrField = z.infer<typeof CdrField>;

/** Column index (from 0) per meaning. */
export const CdrMapping = z.partialRecord(CdrField, z.number().int().min(0));
export type CdrMapping = z.infer<typeof CdrMapping>;
export const Encoding = z.enum(['utf-8', 'gb18030', 'big5', 'utf-16le', 'utf-16be']);

export const PatternMatch = z.object({
  file: z.string(),
  matched: z.boolean(),
  fields: z.partialRecord(PatternField, z.string()),
});

export const ImportSource = z.object({
  paths: z.array(z.string().min(1)).min(1).max(10_000),
  /** File-name pattern such as `{date}_{time}_{agent}_{phone}`; absent = recognise. */
  pattern: z.string().max(200).optional(),
  cdr: z.object({ path: z.string(), encoding: Encoding.optional(), mapping: CdrMapping.optional() }).optional(),
  /** Take transcript files beside the audio along. */
  transcripts: z.boolean().default(true),
  /** Measure and detect after import. */
  analyze: z.boolean().default(true),
  /** Copy originals into the library instead of referring to them in place. */
  copyIn: z.boolean().default(false),
});
export type ImportSource = z.infer<typeof ImportSource>;

export const ImportFailure = z.object({
  id: Id,
  file: z.string(),
  path: z.string(),
  code: z.string(),
  message: Bilingual,
});
export type ImportFailure = z.infer<typeof ImportFailure>;

/** A recording that came in, or was there, with something to be known about it. */
export const ImportRemark = z.object({ recordingId: Id, file: z.string(), remark: RecordingRemark });
export type ImportRemark = z.infer<typeof ImportRemark>;

/** Files that are not taken: packed, sound of unknown form, one side or the mix of a call taken otherwise, and so on. */
export const LeftOutKind = z.enum([
  'archive',
  'headerless',
  'mix',
  'call-records',
  'transcript',
  'document',
  'system',
  'unknown',
]);
export type LeftOutKind = z.infer<typeof LeftOutKind>;
export const LeftOut = z.object({
  kind: LeftOutKind,
  count: z.number().int(),
  /** The first 200 names, numbers hidden. */
  files: z.array(z.string()),
});
export type LeftOut = z.infer<typeof LeftOut>;

const Place = z.object({ sheet: z.string().nullable(), line: z.number().int() });
/** Cells that say something which is not understood, by what they say; the most frequent kinds first. */
export const UnreadCells = z.object({
  count: z.number().int(),
  /** The first 100 kinds; `value` with numbers hidden; the first 20 places of each. */
  kinds: z.array(
    z.object({
      field: CdrField,
      column: z.string(),
      value: z.string(),
      count: z.number().int(),
      places: z.array(Place),
    }),
  ),
});
export type UnreadCells = z.infer<typeof UnreadCells>;

export const ImportResult = z.object({
  jobId: Id,
  /** Folder or file, numbers hidden. */
  label: z.string(),
  state: z.enum(['running', 'done', 'cancelled', 'paused', 'failed']),
  /** When it was taken back, epoch ms; null: it was not. */
  undone: z.number().int().nullable(),
  total: z.number().int(),
  imported: z.number().int(),
  duplicates: z.number().int(),
  /** While it runs: the first 200. */
  failed: z.array(ImportFailure),
  /** Filled when the import has ended; empty while it runs. */
  recordings: z.array(z.object({ id: Id, file: z.string() })),
  /** Filled when the import has ended. */
  remarks: z.array(ImportRemark),
  /** Rows of the call-record file: `rows` = `matched` + `waiting` + `further` + `failed`. */
  cdr: z
    .object({
      file: z.string(),
      rows: z.number().int(),
      /** Tied to a recording, and how often by each rule. */
      matched: z.number().int(),
      rules: z.record(z.enum(['file', 'near-file', 'call-id', 'number', 'agent']), z.number().int()),
      /** Kept until their recording comes. */
      waiting: z.number().int(),
      /** Of a call that another row tells of better, such as attempts that nobody answered. */
      further: z.number().int(),
      failed: z.number().int(),
      /** Of the rows that are kept: known from earlier imports. */
      repeated: z.number().int(),
      /** The first 100 rows that could not be used, with their place in the file. */
      problems: z.array(Place.extend({ reason: Bilingual })),
      cells: UnreadCells,
      /** Sheets in which no columns of call records were found. */
      leftSheets: z.array(z.object({ name: z.string(), rows: z.number().int() })),
      /** Why the file as a whole could not be used; the recordings came in all the same. */
      error: z.object({ code: z.string(), message: Bilingual }).nullable(),
    })
    .nullable(),
  transcripts: z.number().int(),
  /** Files found, whatever became of them: `total` + second sides of calls + `leftOut` + transcripts and the call records beside. */
  filesFound: z.number().int(),
  leftOut: z.array(LeftOut),
});
export type ImportResult = z.infer<typeof ImportResult>;

/** What taking an import back does. */
export const ImportUndo = z.object({
  /** Calls that it brought and that go. */
  removed: z.number().int(),
  /** Calls that it brought and that stay, because somebody has worked on them since. */
  kept: z.array(z.object({ id: Id, file: z.string() })),
  /** Calls that were there before and become what they were. */
  restored: z.number().int(),
  /** Rows of call records that go or become what they were. */
  rows: z.number().int(),
});
export type ImportUndo = z.infer<typeof ImportUndo>;

/** One import of the past. */
export const PastImport = z.object({
  jobId: Id,
  /** Epoch ms UTC. */
  at: z.number().int(),
  /** Folder or file. */
  label: z.string(),
  state: z.enum(['running', 'done', 'cancelled', 'paused', 'failed']),
  imported: z.number().int(),
  duplicates: z.number().int(),
  failed: z.number().int(),
  /** When it was taken back, epoch ms; null: it was not. */
  undone: z.number().int().nullable(),
});
export type PastImport = z.infer<typeof PastImport>;

export const imports = {
  /** Look before importing: what is there, which pattern fits, which CDR and transcript files lie beside. */
  scan: oc.input(z.object({ paths: z.array(z.string()).min(1) })).output(
    z.object({
      audioFiles: z.number().int(),
      totalBytes: z.number().int(),
      transcriptFiles: z.number().int(),
      /** CSV/XLSX files found beside the audio that look like call records. */
      cdrFiles: z.array(z.string()),
      /** Patterns that were tried, best first, with how many of the names they fit. */
      patterns: z.array(z.object({ pattern: z.string(), matched: z.number().int() })),
      samples: z.array(PatternMatch),
      /** Set when this folder was imported before with saved settings: steps 2 and 3 merge. */
      known: z.boolean(),
    }),
  ),
  /** Live preview while a pattern is edited: at most 20 of the names. */
  previewPattern: oc
    .input(z.object({ paths: z.array(z.string()).min(1), pattern: z.string() }))
    .output(z.object({ matched: z.number().int(), total: z.number().int(), samples: z.array(PatternMatch) })),
  /** First rows of a call-record file and the meaning guessed (or remembered) for each column. */
  previewCdr: oc
    .input(z.object({ path: z.string(), encoding: Encoding.optional(), mapping: CdrMapping.optional() }))
    .output(
      z.object({
        encoding: Encoding,
        headers: z.array(z.string()),
        rows: z.array(z.array(z.string())),
        rowCount: z.number().int(),
        mapping: CdrMapping,
        /** Required meanings without a column. */
        missing: z.array(CdrField),
        /** True when the mapping was remembered from an earlier import of the same layout. */
        remembered: z.boolean(),
      }),
    ),
  /** Starts in the background and returns at once; follow it with `watch`. */
  start: oc.input(ImportSource).output(z.object({ jobId: Id })),
  /** Progress until the end; the last event has a state other than running. */
  watch: oc.input(z.object({ jobId: Id })).output(eventIterator(ImportResult)),
  result: oc.input(z.object({ jobId: Id })).output(ImportResult),
  /** What is to be known about the recordings of an import so far. */
  remarks: oc.input(z.object({ jobId: Id })).output(z.array(ImportRemark)),
  /**
   * Says what the cells of a column mean that were not understood, all that say the same (`value` as the result shows
   * it). Their rows are read again and their calls follow; an empty text leaves the cells out. CELL_UNREADABLE.
   */
  mendCells: oc
    .input(z.object({ jobId: Id, field: CdrField, value: z.string().max(200), text: z.string().max(200) }))
    .output(z.object({ rows: z.number().int(), calls: z.number().int() })),
  /** The newest 200 imports, newest first. */
  history: oc.output(z.array(PastImport)),
  /** What `undo` would do. */
  undoPlan: oc.input(z.object({ jobId: Id })).output(ImportUndo),
  /**
   * Takes an import back: calls that it brought go, those that it changed become what they were. What somebody has
   * worked on since stays. Originals stay on disk. IMPORT_UNFINISHED while it runs.
   */
  undo: oc.input(z.object({ jobId: Id })).output(ImportUndo),
  /** Everything that failed and was neither retried successfully nor dismissed. */
  failures: oc.output(z.array(ImportFailure)),
  retry: oc.input(z.object({ failureIds: z.array(Id).min(1) })).output(z.object({ jobId: Id })),
  dismiss: oc.input(z.object({ failureIds: z.array(Id).min(1) })).output(z.object({ dismissed: z.number().int() })),
  /** Imports the sample recordings that ship with the product; SAMPLES_APART in a library that is not theirs. */
  openSamples: oc.output(z.object({ jobId: Id })),
};
