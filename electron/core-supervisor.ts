/**
 * Main's side of the core: starts it, starts it again when it dies, relays to its workers. Knows processes only
 * by `Child`, so that its rules are tested without Electron.
 */
import type { ErrorCode, ErrorParams, LibraryName } from '../core/contract/index.ts';
import type { MediaFile } from '../core/media/resolve.ts';
import type { FromCore, ToCore } from './core-messages.ts';

/** The part of a utility process that is used here. */
export interface Child<Port> {
  postMessage(message: unknown, ports?: Port[]): void;
  on(event: 'message', listener: (message: unknown) => void): unknown;
  once(event: 'exit', listener: (code: number | null) => void): unknown;
  kill(): unknown;
}

export interface SupervisorOptions<Port> {
  startCore(): Child<Port>;
  /** Null when the address is none of our workers. */
  startWorker(entry: string): Child<Port> | null;
  /** The library cannot be opened, or the core died again and again: nothing can go on. */
  onFailed(code: ErrorCode | null, params: ErrorParams, detail: string): void;
  /** A new core is up: pages must send a new port. */
  onRestarted(): void;
  clock(): number;
}

/** A core that dies this often within the span is not started again. */
const DEATHS = 5;
const SPAN_MS = 60_000;

export function superviseCore<Port>(options: SupervisorOptions<Port>) {
  let core: Child<Port>;
  let stopping = false;
  let waiting: { port: Port; library: LibraryName }[] = [];
  let ready = false;
  let deaths: number[] = [];
  let lastRequest = 0;
  let whenClosed: () => void = () => {};
  const media = new Map<number, (file: MediaFile | null) => void>();
  const workers = new Map<number, Child<Port>>();

  start(false);
  return {
    /** Hands a page's port over; kept until the core is up. */
    connect(port: Port, library: LibraryName = 'own'): void {
      if (ready) tell({ type: 'port', library }, [port]);
      else waiting.push({ port, library });
    },
    /** Which file a media URL names; null when none, or when the core is gone. */
    resolveMedia(path: string, library: LibraryName = 'own'): Promise<MediaFile | null> {
      const request = ++lastRequest;
      return new Promise((resolve) => {
        media.set(request, resolve);
        tell({ type: 'resolve-media', request, library, path });
      });
    },
    /** Lets the core finish what must not be cut off; at most `limitMs`. */
    async stop(limitMs = 5000): Promise<void> {
      stopping = true;
      const closed = new Promise<void>((resolve) => {
        whenClosed = resolve;
      });
      tell({ type: 'close' });
      let timer: ReturnType<typeof setTimeout> | undefined;
      const late = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, limitMs);
      });
      await Promise.race([closed, late]);
      clearTimeout(timer);
      endWorkers();
      core.kill();
    },
  };

  function start(again: boolean): void {
    ready = false;
    core = options.startCore();
    core.on('message', (message) => receive(message as FromCore, again));
    core.once('exit', onExit);
  }

  function tell(message: ToCore, ports?: Port[]): void {
    core.postMessage(message, ports);
  }

  function receive(message: FromCore, again: boolean): void {
    switch (message.type) {
      case 'ready':
        ready = true;
        for (const { port, library } of waiting) tell({ type: 'port', library }, [port]);
        waiting = [];
        if (again) options.onRestarted();
        break;
      case 'failed':
        stopping = true;
        options.onFailed(message.code, message.params, message.detail);
        break;
      case 'media':
        media.get(message.request)?.(message.file);
        media.delete(message.request);
        break;
      case 'spawn-worker':
        startWorker(message.worker, message.entry);
        break;
      case 'post-to-worker':
        workers.get(message.worker)?.postMessage(message.message);
        break;
      case 'kill-worker':
        workers.get(message.worker)?.kill();
        break;
      case 'closed':
        whenClosed();
        break;
    }
  }

  function startWorker(worker: number, entry: string): void {
    const child = options.startWorker(entry);
    if (!child) {
      tell({ type: 'worker-exit', worker, code: null });
      return;
    }
    workers.set(worker, child);
    child.on('message', (message) => tell({ type: 'worker-message', worker, message }));
    child.once('exit', (code) => {
      if (workers.delete(worker)) tell({ type: 'worker-exit', worker, code });
    });
  }

  /** Workers of a dead core have nobody to report to. */
  function endWorkers(): void {
    const running = [...workers.values()];
    workers.clear();
    for (const child of running) child.kill();
  }

  function onExit(code: number | null): void {
    ready = false;
    for (const answer of media.values()) answer(null);
    media.clear();
    endWorkers();
    whenClosed();
    if (stopping) return;
    const now = options.clock();
    deaths = [...deaths.filter((at) => now - at < SPAN_MS), now];
    if (deaths.length >= DEATHS) {
      stopping = true;
      options.onFailed(null, {}, `core process ended ${deaths.length} times, last code ${code}`);
    } else {
      start(true);
    }
  }
}

export type CoreSupervisor<Port> = ReturnType<typeof superviseCore<Port>>;
