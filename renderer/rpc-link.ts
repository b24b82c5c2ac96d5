/**
 * A link over a transport that can die. The RPC library never settles a call on a closed port, nor the next event
 * of a stream; here both reject with CORE_GONE.
 */
import { type ClientContext, type ClientLink, ORPCError } from '@orpc/client';
import { errorText } from '../core/contract/index.ts';

/** What a call rejects with when the core cannot be reached. */
export function coreGone(): ORPCError<'CORE_GONE', { params: Record<string, never> }> {
  const message = errorText('CORE_GONE', {}, 'en');
  return new ORPCError('CORE_GONE', { defined: true, status: 503, message, data: { params: {} } });
}

/**
 * @param closed settles when the transport is closed, whoever closed it: calls in flight, later calls and open
 *   streams then reject
 */
export function guardLink<Context extends ClientContext>(
  link: ClientLink<Context>,
  closed: Promise<unknown>,
): ClientLink<Context> {
  // A race with `closed` itself would keep every answer alive until the transport closes.
  const waiting = new Set<(error: unknown) => void>();
  let gone = false;
  const end = () => {
    gone = true;
    for (const reject of waiting) reject(coreGone());
    waiting.clear();
  };
  closed.then(end, end);

  function unlessGone<T>(work: () => Promise<T>): Promise<T> {
    if (gone) return Promise.reject(coreGone());
    return new Promise<T>((resolve, reject) => {
      waiting.add(reject);
      work()
        .then(resolve, reject)
        .finally(() => waiting.delete(reject));
    });
  }

  function guardStream(stream: AsyncIterator<unknown>): AsyncIterableIterator<unknown> {
    return {
      next: () => unlessGone(() => stream.next()),
      // A stream that nobody feeds any more is left without complaint.
      return: async (value) => {
        if (!gone) await unlessGone(async () => stream.return?.(value)).catch(ignoreGone);
        return { done: true, value };
      },
      [Symbol.asyncIterator]() {
        return this;
      },
    };
  }

  return {
    async call(path, input, options) {
      const output = await unlessGone(() => link.call(path, input, options));
      return isStream(output) ? guardStream(output) : output;
    },
  };
}

function isStream(value: unknown): value is AsyncIterator<unknown> {
  return typeof value === 'object' && value !== null && Symbol.asyncIterator in value && 'next' in value;
}

function ignoreGone(error: unknown): void {
  if (!(error instanceof ORPCError && error.code === 'CORE_GONE')) throw error;
}
