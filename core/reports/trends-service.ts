import type { CoreContext } from '../context.ts';
import type { ServiceOf } from '../service.ts';

export function createTrends(_context: CoreContext, _deps: { templates: ServiceOf<'templates'> }): ServiceOf<'trends'> {
  throw new Error('not built yet');
}
