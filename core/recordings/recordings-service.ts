import type { CoreContext } from '../context.ts';
import type { ServiceOf } from '../service.ts';

export function createRecordings(_context: CoreContext): ServiceOf<'recordings'> {
  throw new Error('not built yet');
}
