import { create } from 'zustand';

/** Whether the panel of background jobs is open. */
export const useQueuePanel = create<{ open: boolean }>(() => ({ open: false }));

export const showQueue = (): void => useQueuePanel.setState({ open: true });
