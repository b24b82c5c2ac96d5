import { resolve } from 'node:path';
import { type Bilingual, SpokenLanguage, TranscriptionEngineName } from '../../core/contract/index.ts';
import { type Client, defineCommand, oneOf } from '../command.ts';
import { CommandFailed, UsageError } from '../errors.ts';
import { findRecordings } from '../find-recording.ts';
import { jobsDone } from '../jobs-done.ts';
import { choose, shownFile, table } from '../text.ts';

const headers = { zh: ['文件', '句数', '结果'], en: ['file', 'segments', 'status'] };
const words = {
  zh: {
    done: '已转写',
    kept: '保留原有转写（--replace 可替换）',
    corrected: '有人工更正，已保留（--over-corrections 可替换）',
    failed: '失败',
  },
  en: {
    done: 'done',
    kept: 'kept the transcript that was there (--replace to replace it)',
    corrected: 'kept: a person corrected it (--over-corrections to replace it)',
    failed: 'failed',
  },
};

export const command = defineCommand({
  usage: `transcribe ID… [--model PATH] [--engine ${TranscriptionEngineName.options.join('|')}] [--language zh] [--replace [--over-corrections]]`,
  options: {
    model: { type: 'string' },
    engine: { type: 'string' },
    language: { type: 'string' },
    replace: { type: 'boolean' },
    'over-corrections': { type: 'boolean' },
  },
  async run(values, names, here) {
    if (names.length === 0) throw new UsageError('transcribe: ID…');
    const client = await here.client();
    const recordings = await findRecordings(client, names);
    const had = new Set(recordings.filter((row) => row.hasTranscript).map((row) => row.id));
    const { jobId } = await client.transcription.enqueue({
      recordingIds: recordings.map((row) => row.id),
      ...(values.model === undefined ? {} : { model: resolve(values.model) }),
      ...(values.engine === undefined
        ? {}
        : { engine: oneOf('--engine', values.engine, TranscriptionEngineName.options) }),
      ...(values.language === undefined
        ? {}
        : { language: oneOf('--language', values.language, SpokenLanguage.options) }),
      replace: values.replace ?? false,
      overCorrections: values['over-corrections'] ?? false,
    });
    await jobsDone(here);
    const outcome = jobId === null ? null : await client.transcription.outcome({ jobId });
    if (outcome?.stopped) throw new CommandFailed(outcome.stopped.code, choose(outcome.stopped.message, here.language));
    const failed = new Set(outcome?.failed.map((one) => one.recordingId));
    const done = await Promise.all(
      recordings.map(async (recording) => {
        const transcript = await client.transcripts.get({ recordingId: recording.id });
        const status = failed.has(recording.id)
          ? 'failed'
          : !had.has(recording.id)
            ? 'done'
            : !values.replace
              ? 'kept'
              : transcript?.corrections
                ? 'corrected'
                : 'done';
        const told = transcript?.segments.some(({ speaker }) => speaker !== 'unknown') ?? false;
        const segments = transcript?.segments.length ?? 0;
        return { recording, status: status as keyof typeof words.zh, segments, told };
      }),
    );
    const mixed = done.some((one) => one.status === 'done' && one.segments > 0 && !one.told);
    const hint = mixed ? await separationHint(client) : null;
    here.print(
      done.map(({ recording, segments, status }) => ({ id: recording.id, segments, status })),
      (language) =>
        [
          table(
            headers[language],
            done.map(({ recording, segments, status }) => [
              shownFile(recording.file),
              String(segments),
              words[language][status],
            ]),
          ),
          ...(hint ? [hint[language]] : []),
        ].join('\n'),
    );
    const first = outcome?.failed[0];
    if (first && failed.size === recordings.length)
      throw new CommandFailed(first.code, choose(first.message, here.language));
    if (here.signal.aborted) throw Object.assign(new Error('interrupted'), { name: 'AbortError' });
  },
});

/** Why a mono recording has no speakers, and what would tell them apart; null when the models are there. */
async function separationHint(client: Client): Promise<Bilingual | null> {
  const { present, folder, files } = await client.transcription.separation();
  if (present) return null;
  const urls = files.map((file) => file.url);
  return {
    zh: `单声道录音没有区分坐席和客户。如需区分，请把说话人分割模型和声纹模型（${urls.join('、')}，各存为一个 .onnx 文件，名称保留 segmentation 和 3dspeaker）放到 ${folder}，再用 --replace 转写。`,
    en: `In mono recordings agent and customer were not told apart. To have that, put a speaker segmentation and a speaker embedding model (${urls.join(', ')}; one .onnx file each, with segmentation and 3dspeaker in their names) into ${folder} and transcribe with --replace.`,
  };
}
