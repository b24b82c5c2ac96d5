/** What of this room lies over every screen: the panel of jobs, the question before queueing, and its commands. */
import { openSettings } from '../../app/navigation.ts';
import { useCommand } from '../../commands/dispatcher.ts';
import { QueuePanel } from './queue/queue-panel.tsx';
import { useQueuePanel } from './queue/queue-store.ts';
import { useQueueNotices } from './queue/use-queue-notices.ts';
import { TranscribeDialog } from './start/transcribe-dialog.tsx';

export function BackgroundJobs() {
  useCommand('view.queue', () => useQueuePanel.setState(({ open }) => ({ open: !open })));
  useCommand('view.models', () => openSettings('models'));
  useQueueNotices();
  return (
    <>
      <QueuePanel />
      <TranscribeDialog />
    </>
  );
}
