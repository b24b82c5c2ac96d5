/** What was put in and not yet taken, in order; taking waits until there is something. One taker. */
export interface Inbox<T> {
  put(item: T): void;
  take(): Promise<T>;
}

export function createInbox<T>(): Inbox<T> {
  const items: T[] = [];
  let waiting: ((item: T) => void) | null = null;
  return {
    put(item) {
      if (!waiting) return void items.push(item);
      waiting(item);
      waiting = null;
    },
    take() {
      if (items.length > 0) return Promise.resolve(items.shift()!);
      const { promise, resolve } = Promise.withResolvers<T>();
      waiting = resolve;
      return promise;
    },
  };
}
