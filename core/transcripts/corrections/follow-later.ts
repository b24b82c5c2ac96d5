/** Work that follows changes of a thing once it has been left alone for a moment, not after every one of them. */
export interface FollowLater {
  /** The thing changed again. */
  changed(key: string): void;
  /** Does at once what still waits. Resolves when all of it is done. */
  flush(): Promise<void>;
}

/** @param onFailed the work is not tried again */
export function createFollowLater(
  waitMs: number,
  work: (key: string) => Promise<void>,
  onFailed: (error: unknown, key: string) => void,
): FollowLater {
  const waiting = new Map<string, NodeJS.Timeout>();
  const running = new Set<Promise<void>>();

  function start(key: string): void {
    clearTimeout(waiting.get(key));
    waiting.delete(key);
    const run = work(key)
      .catch((error: unknown) => onFailed(error, key))
      .finally(() => running.delete(run));
    running.add(run);
  }

  return {
    changed(key) {
      clearTimeout(waiting.get(key));
      waiting.set(
        key,
        setTimeout(() => start(key), waitMs),
      );
    },
    async flush() {
      for (const key of [...waiting.keys()]) start(key);
      await Promise.all(running);
    },
  };
}
