import type { CoreContext } from '../context.ts';
import type { ServiceOf } from '../service.ts';

/** Loads the product's templates into the library (a new version is a new row, never a change) and serves them. */
export async function createTemplates(_context: CoreContext): Promise<ServiceOf<'templates'>> {
  throw new Error('not built yet');
}
