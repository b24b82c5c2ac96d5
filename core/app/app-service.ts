import type { CoreContext } from '../context.ts';
import type { ServiceOf } from '../service.ts';

export function createAppService(_context: CoreContext): ServiceOf<'app'> {
  throw new Error('not built yet');
}
