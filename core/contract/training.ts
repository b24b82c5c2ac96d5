import { z } from 'zod';
import { oc } from './base.ts';
import { Bilingual, Id } from './common.ts';

export const Clip = z.object({
  id: Id,
  recordingId: Id,
  file: z.string(),
  agentId: z.string().nullable(),
  agentName: z.string().nullable(),
  startedAt: z.number().int().nullable(),
  /** Milliseconds in the recording. */
  startMs: z.number().int(),
  endMs: z.number().int(),
  title: z.string(),
  kind: z.enum(['good', 'bad']),
  templateId: z.string().nullable(),
  itemId: z.string().nullable(),
  itemTitle: Bilingual.nullable(),
  note: z.string(),
  /** Transcript of the span, one line per sentence. */
  text: z.string(),
  createdAt: z.number().int(),
  /** Path below the media base. */
  audioUrl: z.string(),
});
export type Clip = z.infer<typeof Clip>;

const range = { startMs: z.number().int().min(0), endMs: z.number().int().min(1) };

export const training = {
  saveClip: oc
    .input(
      z.object({
        recordingId: Id,
        ...range,
        title: z.string().max(200).optional(),
        kind: z.enum(['good', 'bad']).default('bad'),
        templateId: z.string().nullable().optional(),
        itemId: z.string().nullable().optional(),
        note: z.string().max(4000).optional(),
      }),
    )
    .output(Clip),
  listClips: oc
    .input(
      z.object({ itemId: z.string().optional(), kind: z.enum(['good', 'bad']).optional(), q: z.string().optional() }),
    )
    .output(z.array(Clip)),
  updateClip: oc
    .input(
      z.object({
        id: Id,
        startMs: range.startMs.optional(),
        endMs: range.endMs.optional(),
        title: z.string().max(200).optional(),
        kind: z.enum(['good', 'bad']).optional(),
        itemId: z.string().nullable().optional(),
        note: z.string().max(4000).optional(),
      }),
    )
    .output(Clip),
  removeClips: oc.input(z.object({ ids: z.array(Id).min(1) })).output(z.object({ removed: z.number().int() })),
  /**
   * Audio cut to the millisecond as WAV, and its text; into `dir`, or into the library's exports. `zip`: all of them
   * in one archive (a further one begins near 4 GiB), since a browser takes only a few downloads at a time.
   * With `progressId` events of type `progress` tell how many clips are done.
   */
  exportClips: oc
    .input(
      z.object({
        ids: z.array(Id).min(1).max(500),
        dir: z.string().optional(),
        zip: z.boolean().optional(),
        progressId: z.string().max(100).optional(),
      }),
    )
    .output(z.object({ files: z.array(z.object({ path: z.string(), downloadUrl: z.string() })) })),
};
