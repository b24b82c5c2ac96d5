import type { CorePorts } from '../ports.ts';
import type { MediaWorkers } from './media-workers.ts';

/** Processes start on first use and end after idling. */
export function createMediaWorkers(_ports: Pick<CorePorts, 'spawnWorker' | 'workers' | 'log'>): MediaWorkers {
  throw new Error('not built yet');
}
