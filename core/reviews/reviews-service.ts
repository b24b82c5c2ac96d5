import type { CoreContext } from '../context.ts';
import type { Findings } from '../findings/findings-service.ts';
import type { ServiceOf } from '../service.ts';

export function createReviews(
  _context: CoreContext,
  _deps: { templates: ServiceOf<'templates'>; findings: Findings },
): ServiceOf<'reviews'> {
  throw new Error('not built yet');
}
