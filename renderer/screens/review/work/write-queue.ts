/**
 * Writes of one review, sent one after the other. What is seen is the last saved state with all waiting writes
 * applied; when the core goes away, they wait and are sent again once it is back.
 */

export interface Write<State> {
  /** How the state looks while the write is on its way. */
  apply(state: State): State;
  /** @param base the state saved last */
  send(base: State): Promise<State>;
  /** Whether the core had done it before the connection broke; absent when doing it twice is harmless. */
  landed?(before: State, after: State): boolean;
  /** Kept by the machine, not done by a person: neither its saving nor its refusal is told. */
  silent?: true;
}

interface QueuePorts<State> {
  /** Called with the state to show after each change. */
  onChange(view: State): void;
  onSaved(write: Write<State>): void;
  /** The core refused a write; it was taken back. */
  onRefused(write: Write<State>, error: unknown): void;
  /** Whether this error means that the core cannot be reached. */
  isGone(error: unknown): boolean;
  /** Resolves when the core can be reached again. */
  untilBack(): Promise<void>;
  reload(): Promise<State>;
}

export interface WriteQueue<State> {
  push(write: Write<State>): void;
  /** What another reader saw; ignored while writes are waiting, which know better. */
  refresh(state: State): void;
  /** Resolves when nothing is waiting. */
  idle(): Promise<void>;
}

export function createWriteQueue<State>(saved: State, ports: QueuePorts<State>): WriteQueue<State> {
  let base = saved;
  const waiting: Write<State>[] = [];
  let running: Promise<void> | null = null;
  const show = () => ports.onChange(waiting.reduce((state, write) => write.apply(state), base));

  async function sendFirst(): Promise<void> {
    const write = waiting[0]!;
    try {
      base = await write.send(base);
    } catch (error) {
      if (ports.isGone(error)) return recover(write);
      waiting.shift();
      show();
      ports.onRefused(write, error);
      return;
    }
    done(write);
  }

  async function recover(write: Write<State>): Promise<void> {
    await ports.untilBack();
    let fresh: State;
    try {
      fresh = await ports.reload();
    } catch {
      return;
    }
    const before = base;
    base = fresh;
    if (write.landed?.(before, fresh)) done(write);
  }

  function done(write: Write<State>): void {
    waiting.shift();
    show();
    ports.onSaved(write);
  }

  async function run(): Promise<void> {
    while (waiting.length > 0) await sendFirst();
    running = null;
  }

  return {
    push(write) {
      waiting.push(write);
      show();
      running ??= run();
    },
    refresh(state) {
      if (waiting.length > 0) return;
      base = state;
      show();
    },
    idle: async () => {
      while (running) await running;
    },
  };
}
