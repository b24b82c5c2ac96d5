/** One import sheet at a time: where its files come from, and how far they are. */
import { create } from 'zustand';
import type { ImportRemark } from '../../../core/contract/index.ts';
import { describeError } from '../../api.ts';
import type { TransferProgress } from '../../host.ts';
import { i18n } from '../../i18n/index.ts';
import { toast } from '../../ui/toast.tsx';

interface ImportState {
  stage: 'closed' | 'receiving' | 'confirm';
  paths: readonly string[];
  sent: number;
  total: number;
  abort: AbortController | null;
  failuresOpen: boolean;
  /** The import whose result is shown, and the last one that ended. */
  resultOf: string | null;
  lastJob: string | null;
  historyOpen: boolean;
  /** Of the last import, until someone has taken note. */
  remarks: readonly ImportRemark[];
}

const closed: Omit<ImportState, 'remarks' | 'lastJob'> = {
  stage: 'closed',
  paths: [],
  sent: 0,
  total: 0,
  abort: null,
  failuresOpen: false,
  resultOf: null,
  historyOpen: false,
};
export const useImport = create<ImportState>(() => ({ ...closed, remarks: [], lastJob: null }));

/** Collects paths (the browser shell sends the bytes first) and then opens the sheet. */
export async function beginImport(
  collect: (onProgress: TransferProgress, signal: AbortSignal) => Promise<string[]>,
): Promise<void> {
  const abort = new AbortController();
  const onProgress: TransferProgress = (sent, total) => useImport.setState({ stage: 'receiving', sent, total });
  useImport.setState({ ...closed, abort });
  try {
    const paths = await collect(onProgress, abort.signal);
    useImport.setState(paths.length > 0 ? { ...closed, stage: 'confirm', paths } : closed);
  } catch (error) {
    useImport.setState(closed);
    if (!abort.signal.aborted) toast(describeError(error, i18n.language === 'en' ? 'en' : 'zh'), { tone: 'error' });
  }
}

export function closeImport(): void {
  useImport.getState().abort?.abort();
  useImport.setState(closed);
}
