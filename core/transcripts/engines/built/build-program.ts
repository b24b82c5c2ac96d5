/** Builds the sources of a program with `make`, in a folder of ours, at low priority. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, rename, rm } from 'node:fs/promises';
import { constants, setPriority } from 'node:os';
import { dirname, join } from 'node:path';
import { DomainError, fromSystemError } from '../../../domain-error.ts';

export interface Build {
  make: string;
  /** Folder with the sources and a Makefile; only read. */
  source: string;
  /** Where they and what is built from them lie afterwards; what lay there before is replaced once the build is good. */
  target: string;
  /** Goal of the Makefile, and the file that it makes. */
  goal: string;
  signal: AbortSignal;
  /** @param fraction of the steps, 0..1 */
  tell: (fraction: number) => void;
}

/** @throws DomainError ENGINE_BUILD_FAILED, CANCELLED, DISK_FULL; nothing of a failed or cancelled build is left */
export async function buildProgram({ make, source, target, goal, signal, tell }: Build): Promise<void> {
  const part = `${target}.part`;
  try {
    await rm(part, { recursive: true, force: true });
    await mkdir(dirname(target), { recursive: true });
    await cp(source, part, { recursive: true });
    const steps = stepsIn(await runMake(make, ['-n', goal], part, signal, () => {}));
    let done = 0;
    await runMake(make, [goal], part, signal, (text) => {
      done += stepsIn(text);
      tell(Math.min(1, done / Math.max(1, steps)));
    });
    if (!existsSync(join(part, goal))) throw new DomainError('ENGINE_BUILD_FAILED', { detail: goal });
    await rm(target, { recursive: true, force: true });
    await rename(part, target);
  } catch (error) {
    await rm(part, { recursive: true, force: true });
    throw fromSystemError(error, target);
  }
}

/** Commands that write a file: what takes time. */
const stepsIn = (text: string): number => text.split('\n').filter((line) => /\s-o\s/.test(line)).length;

/** @param tell of the lines that make prints, each when its command begins */
function runMake(
  make: string,
  args: string[],
  cwd: string,
  signal: AbortSignal,
  tell: (lines: string) => void,
): Promise<string> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(new DomainError('CANCELLED'));
    // A group of its own, so that the compilers end with it.
    const child = spawn(make, args, { cwd, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
    try {
      setPriority(child.pid!, constants.priority.PRIORITY_LOW);
    } catch {}
    const stop = () => {
      try {
        process.kill(-child.pid!, 'SIGKILL');
      } catch {}
    };
    signal.addEventListener('abort', stop);
    let [said, line, errors] = ['', '', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      const lines = (line + text).split('\n');
      line = lines.pop()!;
      tell(lines.join('\n'));
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      errors = (errors + text).slice(-20_000);
    });
    child.once('error', reject);
    child.once('close', (code, killed) => {
      signal.removeEventListener('abort', stop);
      if (signal.aborted) reject(new DomainError('CANCELLED'));
      else if (code === 0) resolve(said);
      else reject(new DomainError('ENGINE_BUILD_FAILED', { detail: reasonIn(errors) ?? killed ?? `exit ${code}` }));
    });
  });
}

/** What a compiler or make complains of first. */
function reasonIn(errors: string): string | undefined {
  const lines = errors.split('\n').filter((line) => line.trim() !== '');
  return (lines.find((line) => /error|\*\*\*/i.test(line)) ?? lines.at(-1))?.slice(0, 300);
}
