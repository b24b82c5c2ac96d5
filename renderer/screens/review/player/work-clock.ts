/** Working time on a call: counts while there is input or sound, stops after half a minute without either. */

const IDLE_MS = 30_000;

interface WorkClock {
  /** There was input, or the call is playing. */
  active(now: number): void;
  /** The window is hidden or the call is left: time stops until the next activity. */
  stop(now: number): void;
  /** Milliseconds since the last `take`. */
  take(now: number): number;
  /** Milliseconds so far that were not taken. */
  peek(now: number): number;
}

export function createWorkClock(idleMs = IDLE_MS): WorkClock {
  let counted = 0;
  /** Counted up to here; null while stopped. */
  let from: number | null = null;
  let lastActive = 0;
  const count = (now: number) => {
    if (from === null) return;
    const until = Math.min(now, lastActive + idleMs);
    counted += Math.max(0, until - from);
    from = until < now ? null : now;
  };
  return {
    active(now) {
      count(now);
      from ??= now;
      lastActive = now;
    },
    stop(now) {
      count(now);
      from = null;
    },
    take(now) {
      count(now);
      const taken = Math.round(counted);
      counted = 0;
      return taken;
    },
    peek(now) {
      count(now);
      return counted;
    },
  };
}
