import type { CoreContext } from '../context.ts';
import type { ServiceOf } from '../service.ts';

export function createTraining(
  _context: CoreContext,
  _deps: { templates: ServiceOf<'templates'> },
): ServiceOf<'training'> {
  throw new Error('not built yet');
}
