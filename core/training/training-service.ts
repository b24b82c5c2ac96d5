import { type ClipRow, clipSource, deleteClips, findClip, insertClip, listClips, updateClip } from '../../db/index.ts';
import type { CoreContext } from '../context.ts';
import type { Clip, Language } from '../contract/index.ts';
import { DomainError } from '../domain-error.ts';
import { removeClipFiles } from '../media/library-files.ts';
import type { ServiceOf } from '../service.ts';
import { hideNumber } from '../text/hide-number.ts';
import { itemFinder } from './clip-items.ts';
import { linesOf, maskedSentences } from './clip-text.ts';
import { exportClips } from './export-clips.ts';
import { zipClips } from './zip-clips.ts';

/** Characters of the first sentence that make a title. */
const titleLength = 30;

export function createTraining(
  context: CoreContext,
  { templates }: { templates: Pick<ServiceOf<'templates'>, 'get'> },
): ServiceOf<'training'> {
  const { library, settings, dirs, events, clock, newId, audit } = context;
  const findItem = itemFinder(templates);

  const toClip = async (row: ClipRow): Promise<Clip> => ({
    id: row.id,
    recordingId: row.recordingId,
    file: hideNumber(row.file, row.phone),
    agentId: row.agentNo,
    agentName: row.agentName,
    startedAt: row.startedAt,
    startMs: row.startMs,
    endMs: row.endMs,
    title: row.title,
    kind: row.kind,
    templateId: row.templateId,
    itemId: row.itemId,
    itemTitle: (await findItem(row.templateId, row.itemId))?.title ?? null,
    note: row.note,
    text: row.text,
    createdAt: row.createdAt,
    audioUrl: `clips/${row.id}/audio`,
  });

  const found = async (id: string): Promise<ClipRow> => {
    const row = await findClip(library, id);
    if (!row) throw new DomainError('CLIP_NOT_FOUND', { id });
    return row;
  };

  const source = async (recordingId: string, span: { startMs: number; endMs: number }) => {
    const recording = await clipSource(library, recordingId);
    if (!recording) throw new DomainError('RECORDING_NOT_FOUND', { id: recordingId });
    const { durationMs } = recording;
    if (span.endMs <= span.startMs || (durationMs !== null && span.endMs > durationMs))
      throw new DomainError('CLIP_RANGE_INVALID', {});
    return recording;
  };

  const spoken = async (
    { recordingId, phone }: { recordingId: string; phone: string | null },
    span: { startMs: number; endMs: number },
    language: Language,
  ) => {
    const sentences = await maskedSentences(library, recordingId, span);
    return {
      text: linesOf(sentences, phone, language),
      first: sentences[0]?.text.slice(0, titleLength) ?? '',
    };
  };

  return {
    async saveClip({ recordingId, startMs, endMs, kind = 'bad', title, itemId = null, note = '', ...given }) {
      const { language, defaultTemplate } = await settings.get();
      const recording = await source(recordingId, { startMs, endMs });
      // An item means what it means in the form by which the call was scored.
      const templateId = itemId === null ? null : (given.templateId ?? recording.templateId ?? defaultTemplate);
      const item = await findItem(templateId, itemId);
      const { text, first } = await spoken({ recordingId, phone: recording.phone }, { startMs, endMs }, language);
      const id = newId();
      await insertClip(library, {
        id,
        recording_id: recordingId,
        start_ms: startMs,
        end_ms: endMs,
        title: hideNumber(title?.trim() || item?.title[language] || first || recording.file, recording.phone),
        kind,
        template_id: templateId,
        item_id: itemId,
        note: hideNumber(note, recording.phone),
        text,
        created_at: clock(),
      });
      events.changed('clips');
      return toClip(await found(id));
    },

    async listClips(filter) {
      const rows = await listClips(library, { ...filter, q: filter.q?.trim() });
      return Promise.all(rows.map(toClip));
    },

    async updateClip({ id, startMs, endMs, title, kind, itemId, note }) {
      const row = await found(id);
      const span = { startMs: startMs ?? row.startMs, endMs: endMs ?? row.endMs };
      const moved = span.startMs !== row.startMs || span.endMs !== row.endMs;
      const { language, defaultTemplate } = await settings.get();
      const recording = await source(row.recordingId, span);
      const templateId = row.templateId ?? recording.templateId ?? defaultTemplate;
      await updateClip(library, id, {
        start_ms: span.startMs,
        end_ms: span.endMs,
        ...(title === undefined ? {} : { title: hideNumber(title.trim(), row.phone) || row.title }),
        ...(kind === undefined ? {} : { kind }),
        ...(itemId === undefined ? {} : { item_id: itemId, template_id: itemId === null ? null : templateId }),
        ...(note === undefined ? {} : { note: hideNumber(note, row.phone) }),
        ...(moved ? { text: (await spoken(row, span, language)).text } : {}),
      });
      if (moved) await removeClipFiles(dirs, [id]);
      events.changed('clips');
      return toClip(await found(id));
    },

    async removeClips({ ids }) {
      const removed = await deleteClips(library, ids);
      await removeClipFiles(dirs, ids);
      events.changed('clips');
      return { removed };
    },

    async exportClips({ ids, dir, zip, progressId: id }, { signal }) {
      const { language, timeZone: zone } = await settings.get();
      const clips = [];
      for (const id of new Set(ids)) {
        const row = await found(id);
        clips.push({ row, item: await findItem(row.templateId, row.itemId) });
      }
      const done = (count: number) =>
        id !== undefined && events.emit({ type: 'progress', id, done: count, total: clips.length });
      const options = { dir, language, zone, done };
      const files = await (zip ? zipClips : exportClips)(context, clips, options, signal);
      await audit.write('clips.exported', null, { ids: clips.map(({ row }) => row.id), files: files.length });
      return { files };
    },
  };
}
