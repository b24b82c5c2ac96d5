import type { CoreContext } from '../context.ts';
import type { ServiceOf } from '../service.ts';

export function createReports(
  _context: CoreContext,
  _deps: { templates: ServiceOf<'templates'> },
): ServiceOf<'reports'> {
  throw new Error('not built yet');
}
