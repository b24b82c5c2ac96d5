/** The list that the inspector walks through: a snapshot, so that a submitted call keeps its place in it. */
import { create } from 'zustand';
import { api } from '../../../api.ts';
import { type RecordingQuery, useNavigation } from '../../../app/navigation.ts';
import { nextPending } from './order-walk.ts';

interface Order {
  query: RecordingQuery | null;
  ids: readonly string[];
}

export const useOrder = create<Order>(() => ({ query: null, ids: [] }));

/** Reads the list again when it is another one, or when a call that it does not hold was opened. */
export async function loadOrder(recordingId: string): Promise<void> {
  const { query } = useNavigation.getState();
  const order = useOrder.getState();
  if (order.query === query && order.ids.includes(recordingId)) return;
  useOrder.setState({ query, ids: await api.recordings.ids(query) });
}

export async function findNextPending(current: string): Promise<string | null> {
  const { filter, sort } = useNavigation.getState().query;
  const pending = await api.recordings.ids({ filter: { ...filter, reviewStates: ['none', 'draft'] }, sort });
  const { ids } = useOrder.getState();
  return nextPending(ids.includes(current) ? ids : [current, ...pending], new Set(pending), current);
}
