/** Transcripts on their way out: as text, or as a file. */
import { writeFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { type RecordingView, recordingViews } from '../../db/index.ts';
import type { CoreContext } from '../context.ts';
import type { Language } from '../contract/index.ts';
import { DomainError } from '../domain-error.ts';
import { safeFileName } from '../output/safe-file-name.ts';
import { writeOutput } from '../output/write-output.ts';
import { maskPhone } from '../recordings/mask-phone.ts';
import { wallClockIn } from '../reports/wall-clock.ts';
import type { ServiceOf } from '../service.ts';
import { hideNumber } from '../text/hide-number.ts';
import type { Sentence } from './sentence.ts';
import { hiddenTexts } from './stored-sentence.ts';
import { formatTime } from './timestamps.ts';
import { viewTranscript } from './view-transcript.ts';
import { writeTranscript } from './write-transcript.ts';

export function createTranscriptExport(context: CoreContext): Pick<ServiceOf<'transcripts'>, 'export' | 'exportFile'> {
  const { library, dirs } = context;

  /** @throws DomainError RECORDING_NOT_FOUND, TRANSCRIPT_MISSING */
  const load = async (recordingId: string) => {
    const [recording] = await recordingViews(library, [recordingId]);
    if (!recording) throw new DomainError('RECORDING_NOT_FOUND', { id: recordingId });
    const transcript = await viewTranscript(library.db, recordingId);
    if (!transcript) throw new DomainError('TRANSCRIPT_MISSING', { file: recording.file });
    return { recording, sentences: transcript.segments };
  };

  const documentOf = async (recording: RecordingView, sentences: readonly Sentence[], language: Language) => {
    const { timeZone } = await context.settings.get();
    // A fifth of a second to load, for those who write one only.
    const { writeDocx } = await import('./write-docx.ts');
    return writeDocx(about(recording, timeZone, language), hidden(sentences, recording.phone), language);
  };

  return {
    async export({ recordingId, format }) {
      const { recording, sentences } = await load(recordingId);
      await context.audit.write('transcript.exported', recordingId, { format });
      return { fileName: `${baseOf(recording)}.${format}`, content: writeTranscript(sentences, format) };
    },
    async exportFile({ recordingId, format, language, dir }) {
      const { recording, sentences } = await load(recordingId);
      const document = format === 'docx';
      const content = document ? await documentOf(recording, sentences, language) : writeTranscript(sentences, format);
      const base = document ? hideNumber(baseOf(recording), recording.phone) : baseOf(recording);
      const file = await writeOutput(dirs, dir, safeFileName(base, `.${format}`), (path) => writeFile(path, content));
      await context.audit.write('transcript.exported', recordingId, { format });
      return file;
    },
  };
}

const baseOf = ({ file }: RecordingView) => basename(file, extname(file));

function hidden(sentences: readonly Sentence[], phone: string | null): Sentence[] {
  const texts = hiddenTexts(sentences, phone);
  return sentences.map((sentence, index) => ({ ...sentence, text: texts[index]! }));
}

/** Whose call it was, when, and with whom; the customer's number masked. */
function about(recording: RecordingView, zone: string, language: Language): string[] {
  const { agentId, agentName, team, phone, startedAt, durationMs } = recording;
  const of = (zh: string, en: string, value: string | null) =>
    value ? [language === 'zh' ? `${zh}：${value}` : `${en}: ${value}`] : [];
  const when = startedAt === null ? null : wallClockIn(zone)(startedAt);
  return [
    ...of('坐席', 'Agent', [agentId, agentName, team].filter(Boolean).join(' ')),
    ...of('通话时间', 'Time of the call', when),
    ...of('客户号码', 'Customer', maskPhone(phone)),
    ...of('时长', 'Length', durationMs === null ? null : formatTime(durationMs / 1000, '.').slice(0, 8)),
    ...of('录音文件', 'Recording', hideNumber(recording.file, phone)),
  ];
}
