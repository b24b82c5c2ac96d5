import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Log, SpawnWorker } from '../ports.ts';

/** Workers as child processes of plain Node. What they print goes to the log, never to our stdout. */
export function createForkWorker(log: Log): SpawnWorker {
  return (entry) => {
    const child = fork(fileURLToPath(entry), {
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      execArgv: ['--disable-warning=ExperimentalWarning'],
    });
    child.stderr
      ?.setEncoding('utf8')
      .on('data', (text: string) => log.warn('worker said', { text: text.slice(0, 2000) }));
    return {
      post(message) {
        // A message to a worker that has just died is lost; its exit is reported by onExit.
        if (child.connected) child.send(message as object, () => {});
      },
      onMessage: (listener) => void child.on('message', listener),
      onExit(listener) {
        let told = false;
        const tell = (code: number | null, signal: NodeJS.Signals | null) => {
          if (told) return;
          told = true;
          listener(code, signal);
        };
        child.once('exit', tell);
        // Could not be started at all.
        child.once('error', () => tell(null, null));
      },
      kill: () => void child.kill('SIGKILL'),
    };
  };
}
