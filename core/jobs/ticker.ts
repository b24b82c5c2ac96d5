/** Tells at most so often that something changed; the last change is always told. */
export interface Ticker {
  changed(): void;
  /** Tells now, whatever was told when. */
  flush(): void;
  stop(): void;
}

export function createTicker(everyMs: number, tell: () => void): Ticker {
  let timer: NodeJS.Timeout | null = null;
  let last = Number.NEGATIVE_INFINITY;
  const stop = () => {
    if (timer) clearTimeout(timer);
    timer = null;
  };
  const flush = () => {
    stop();
    last = performance.now();
    tell();
  };
  return {
    flush,
    stop,
    changed() {
      if (timer) return;
      const wait = last + everyMs - performance.now();
      if (wait <= 0) flush();
      else timer = setTimeout(flush, wait);
    },
  };
}
