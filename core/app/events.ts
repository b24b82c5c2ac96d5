import type { AppEvent, Topic } from '../contract/index.ts';

export interface Events {
  changed(topic: Topic): void;
  emit(event: AppEvent): void;
  /** Everything from now on, until the signal aborts or the listener leaves the loop. */
  subscribe(signal?: AbortSignal): AsyncGenerator<AppEvent, void, void>;
  /** How many are listening. */
  readonly listeners: number;
}

/**
 * An in-process bus. A slow subscriber gets at most `limit` waiting events: an equal `changed` that still waits is
 * not repeated, and of a job or a call only its newest state waits.
 */
export function createEvents(limit = 1000): Events {
  const subscribers = new Set<Subscriber>();
  const emit = (event: AppEvent) => {
    for (const subscriber of subscribers) subscriber.push(event);
  };
  return {
    emit,
    changed: (topic) => emit({ type: 'changed', topic }),
    subscribe(signal) {
      const subscriber = createSubscriber(limit, () => {
        subscribers.delete(subscriber);
        signal?.removeEventListener('abort', subscriber.end);
      });
      subscribers.add(subscriber);
      signal?.addEventListener('abort', subscriber.end);
      if (signal?.aborted) subscriber.end();
      return subscriber.iterator;
    },
    get listeners() {
      return subscribers.size;
    },
  };
}

interface Subscriber {
  push(event: AppEvent): void;
  end: () => void;
  iterator: AsyncGenerator<AppEvent, void, void>;
}

/** Not a generator: leaving one that waits for its next event would only take effect at that event. */
function createSubscriber(limit: number, onEnd: () => void): Subscriber {
  let queue: AppEvent[] = [];
  let ended = false;
  let wake = () => {};
  const end = () => {
    ended = true;
    queue = [];
    onEnd();
    wake();
  };
  return {
    end,
    push(event) {
      queue = merged(queue, event).slice(-limit);
      wake();
    },
    iterator: {
      async next() {
        while (!ended && queue.length === 0) await new Promise<void>((resolve) => (wake = resolve));
        const value = queue.shift();
        return value ? { done: false, value } : { done: true, value: undefined };
      },
      async return() {
        end();
        return { done: true, value: undefined };
      },
      async throw(error) {
        end();
        throw error;
      },
      async [Symbol.asyncDispose]() {
        end();
      },
      [Symbol.asyncIterator]() {
        return this;
      },
    },
  };
}

function merged(queue: AppEvent[], event: AppEvent): AppEvent[] {
  if (event.type === 'job')
    return [...queue.filter((waiting) => waiting.type !== 'job' || waiting.job.id !== event.job.id), event];
  if (event.type === 'progress')
    return [...queue.filter((waiting) => waiting.type !== 'progress' || waiting.id !== event.id), event];
  const waits = queue.some((waiting) => waiting.type === 'changed' && waiting.topic === event.topic);
  return waits ? queue : [...queue, event];
}
