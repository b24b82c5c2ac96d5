/** Everything that starts an import from anywhere: a drop on the window, the commands, a second launch. */
import { useEffect, useState } from 'react';
import { useCommand } from '../commands/dispatcher.ts';
import { host } from '../host.ts';
import { useTranslation } from '../i18n/index.ts';
import { FailuresDialog } from '../screens/import/failures-dialog.tsx';
import { ImportHistoryDialog } from '../screens/import/history-dialog.tsx';
import { ImportSheet } from '../screens/import/import-sheet.tsx';
import { beginImport, useImport } from '../screens/import/import-store.ts';
import { ImportResultDialog } from '../screens/import/result-dialog.tsx';
import { isForOpenCall, lookAtTranscriptFile } from '../screens/review/transcript-file/transcript-file-store.ts';
import { Icon } from '../ui/icon.tsx';
import styles from './import-launcher.module.css';
import { useImportNotices } from './import-notices.ts';

export function ImportLauncher() {
  const { t } = useTranslation();
  const dragging = useDrop((data) => {
    if (isForOpenCall(data)) void lookAtTranscriptFile(() => host.dropped(data));
    else void beginImport((onProgress, signal) => host.dropped(data, onProgress, signal));
  });
  useCommand(
    'file.import',
    () => void beginImport((onProgress, signal) => host.pick({ multiple: true }, onProgress, signal)),
  );
  useCommand(
    'file.import-folder',
    () => void beginImport((onProgress, signal) => host.pick({ folder: true }, onProgress, signal)),
  );
  useCommand('file.import-history', () => useImport.setState({ historyOpen: true }));
  useEffect(() => host.onOpenPaths?.((paths) => void beginImport(async () => paths)), []);
  useImportNotices();
  return (
    <>
      <ImportSheet />
      <FailuresDialog />
      <ImportResultDialog />
      <ImportHistoryDialog />
      {dragging && (
        <div className={styles.drop}>
          <Icon name="import" size={48} />
          <b>{t('dropHere')}</b>
          <span>{t('dropHint')}</span>
        </div>
      )}
    </>
  );
}

/** Files dragged over any part of the window; a page must never navigate to a dropped file. */
function useDrop(onDrop: (data: DataTransfer) => void): boolean {
  const [dragging, setDragging] = useState(false);
  useEffect(() => {
    let depth = 0;
    const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
    const over = (event: DragEvent) => {
      if (carriesFiles(event)) event.preventDefault();
    };
    const enter = (event: DragEvent) => {
      if (carriesFiles(event) && ++depth > 0) setDragging(true);
    };
    const leave = (event: DragEvent) => {
      if (carriesFiles(event) && --depth <= 0) setDragging(false);
    };
    const drop = (event: DragEvent) => {
      depth = 0;
      setDragging(false);
      if (!carriesFiles(event)) return;
      event.preventDefault();
      onDrop(event.dataTransfer!);
    };
    const listeners = { dragover: over, dragenter: enter, dragleave: leave, drop };
    for (const [name, listener] of Object.entries(listeners)) window.addEventListener(name, listener as EventListener);
    return () => {
      for (const [name, listener] of Object.entries(listeners))
        window.removeEventListener(name, listener as EventListener);
    };
  }, [onDrop]);
  return dragging;
}
