/** For tests: engine processes that the system ends. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { SpawnWorker, WorkerHandle } from '../../ports.ts';
import type { Report, Stage } from './worker-protocol.ts';

/** Every process gets the signal when it tells that it has come to this stage. */
export function endedBy(signal: NodeJS.Signals, stage: Stage): SpawnWorker {
  return (entry) => {
    const child = started(process.execPath, [fileURLToPath(entry)]);
    child.on('message', (report: Report) => {
      if (report.kind === 'stage' && report.stage === stage) child.kill(signal);
    });
    return handleOf(child);
  };
}

/** Processes that can be told to live with little more memory than they have; Linux. */
export function limitable(): { spawnWorker: SpawnWorker; limit(moreKilobytes: number): void } {
  const children: ChildProcess[] = [];
  return {
    spawnWorker(entry) {
      const child = started(process.execPath, [fileURLToPath(entry)]);
      children.push(child);
      return handleOf(child);
    },
    limit(moreKilobytes) {
      for (const { pid } of children) {
        const held = Number(/^VmSize:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1]);
        execFileSync('prlimit', ['--pid', String(pid), `--as=${(held + moreKilobytes) * 1024}`]);
      }
    },
  };
}

const started = (program: string, args: string[]): ChildProcess =>
  spawn(program, args, { serialization: 'advanced', stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });

const handleOf = (child: ChildProcess): WorkerHandle => ({
  post: (message) => void (child.connected && child.send(message as object, () => {})),
  onMessage: (listener) => void child.on('message', listener),
  onExit: (listener) => void child.once('exit', listener),
  kill: () => void child.kill('SIGKILL'),
});
