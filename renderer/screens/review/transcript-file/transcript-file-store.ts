/** A transcript file on its way to the open call: it is looked at first, then attached. */
import { create } from 'zustand';
import { describeError } from '../../../api.ts';
import { host } from '../../../host.ts';
import { i18n } from '../../../i18n/index.ts';
import { toast } from '../../../ui/toast.tsx';

export const transcriptExtensions = [
  '.json',
  '.jsonl',
  '.srt',
  '.vtt',
  '.txt',
  '.csv',
  '.tsv',
  '.docx',
  '.sbv',
  '.ass',
  '.ssa',
  '.lrc',
  '.ttml',
  '.dfxp',
  '.textgrid',
  '.eaf',
  '.ctm',
];

interface TranscriptFileState {
  /** The call that takes files now; null: none is open. */
  recordingId: string | null;
  /** The file that is looked at. */
  path: string | null;
}
export const useTranscriptFile = create<TranscriptFileState>(() => ({ recordingId: null, path: null }));

export const closeTranscriptFile = () => useTranscriptFile.setState({ path: null });

/** Opens the preview of a file that is chosen, or comes from elsewhere. */
export async function lookAtTranscriptFile(
  collect: () => Promise<string[]> = () => host.pick({ multiple: false, accept: transcriptExtensions }),
): Promise<void> {
  try {
    const [path] = await collect();
    if (path) useTranscriptFile.setState({ path });
  } catch (error) {
    toast(describeError(error, i18n.language === 'en' ? 'en' : 'zh'), { tone: 'error' });
  }
}

/** Whether what is dropped is one transcript file, and a call is open that takes it. */
export function isForOpenCall(data: DataTransfer): boolean {
  const { recordingId } = useTranscriptFile.getState();
  const [file, ...more] = Array.from(data.files);
  if (recordingId === null || !file || more.length > 0) return false;
  return transcriptExtensions.some((extension) => file.name.toLowerCase().endsWith(extension));
}
