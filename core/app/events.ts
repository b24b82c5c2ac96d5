import type { AppEvent, Topic } from '../contract/index.ts';

export interface Events {
  changed(topic: Topic): void;
  emit(event: AppEvent): void;
  /** Everything from now on, until the signal aborts. */
  subscribe(signal?: AbortSignal): AsyncGenerator<AppEvent>;
}

/** An in-process bus. A slow subscriber gets at most `limit` waiting events; older equal `changed` ones are merged. */
export function createEvents(limit = 1000): Events {
  const subscribers = new Set<(event: AppEvent) => void>();
  const emit = (event: AppEvent) => {
    for (const push of subscribers) push(event);
  };
  return {
    emit,
    changed: (topic) => emit({ type: 'changed', topic }),
    async *subscribe(signal) {
      let queue: AppEvent[] = [];
      let wake: () => void = () => {};
      const push = (event: AppEvent) => {
        const repeats = queue.some(
          (waiting) => waiting.type === 'changed' && event.type === 'changed' && waiting.topic === event.topic,
        );
        if (event.type === 'job')
          queue = queue.filter((waiting) => waiting.type !== 'job' || waiting.job.id !== event.job.id);
        if (!repeats && queue.length < limit) queue.push(event);
        wake();
      };
      const stop = () => wake();
      subscribers.add(push);
      signal?.addEventListener('abort', stop);
      try {
        while (!signal?.aborted) {
          const next = queue.shift();
          if (next) yield next;
          else await new Promise<void>((resolve) => (wake = resolve));
        }
      } finally {
        subscribers.delete(push);
        signal?.removeEventListener('abort', stop);
      }
    },
  };
}
