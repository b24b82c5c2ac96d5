import { spawn } from 'node:child_process';
import type { Ended } from './whisper-node.ts';

/**
 * Runs the program in its first argument with the rest, as they stand, and ends it when our side of its input closes:
 * an engine process that is killed leaves no whisper.cpp behind.
 */
const untilWeAreGone =
  'exec 3<&0; "$0" "$@" </dev/null 3<&- & main=$!; { cat <&3; kill -9 $main; } >/dev/null 2>&1 & exec 3<&-; wait $main';
const mostSaid = 20_000;

/** @returns how it ended; what it printed as Latin-1, so that no byte is lost */
export function runMain(program: string, args: readonly string[], cwd: string): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn('/bin/sh', ['-c', untilWeAreGone, program, ...args], { cwd, stdio: ['pipe', 'pipe', 'pipe'] });
    let [stdout, stderr] = ['', ''];
    child.stdin.on('error', () => {});
    child.stdout.setEncoding('latin1').on('data', (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr = (stderr + text).slice(-mostSaid);
    });
    child.once('error', reject);
    child.once('exit', () => child.stdin.end());
    child.once('close', (code, signal) => resolve({ code: code ?? 1, stdout, stderr: signal ?? stderr }));
  });
}
