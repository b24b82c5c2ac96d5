/** The browser shell as a process of its own, on a library of the test's own; it can be killed and started again. */
import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const cliArgs = ['--disable-warning=ExperimentalWarning', join(root, 'cli', 'main.ts')];

export const samples: string = join(root, 'samples');

export class ServedLibrary {
  readonly dir: string;
  /** With the token. */
  address = '';
  #child: ChildProcess | null = null;
  #port = 0;
  readonly #token = randomBytes(24).toString('hex');

  private constructor(dir: string) {
    this.dir = dir;
  }

  /** @param like a library that nobody has open, to begin as its copy */
  static async create(like?: ServedLibrary): Promise<ServedLibrary> {
    const dir = await mkdtemp(join(tmpdir(), 'tingjian-e2e-'));
    if (like) await cp(like.dir, dir, { recursive: true });
    return new ServedLibrary(dir);
  }

  /** Starts on the port it had before, so that an open page finds it again. */
  async start(): Promise<void> {
    const args = [...cliArgs, '--library', this.dir, '--json', 'serve', '--port', String(this.#port)];
    const child = spawn(process.execPath, args, {
      env: { ...process.env, TINGJIAN_TOKEN: this.#token },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#child = child;
    let complaint = '';
    child.stderr.on('data', (chunk: Buffer) => {
      complaint += chunk.toString();
    });
    let text = '';
    const answer = await new Promise<{ address: string; port: number }>((resolve, reject) => {
      createInterface({ input: child.stdout }).on('line', (line) => {
        text += line;
        try {
          resolve(JSON.parse(text));
        } catch {
          // The object goes on over the next lines.
        }
      });
      child.once('exit', (code) => reject(new Error(`the shell ended with ${code}: ${complaint}`)));
    });
    this.address = answer.address;
    this.#port = answer.port;
  }

  /** As a power cut for the process: nothing is asked, nothing is flushed. */
  async kill(): Promise<void> {
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await ended;
  }

  /** Runs a CLI command on the same library. @returns what it printed with --json */
  cli<T>(...args: string[]): Promise<T> {
    return this.#run<T>(args, '');
  }

  /** Submits a whole review, as scripts do. */
  score<T>(review: object): Promise<T> {
    return this.#run<T>(['score', '-'], JSON.stringify(review));
  }

  async #run<T>(args: string[], input: string): Promise<T> {
    const child = spawn(process.execPath, [...cliArgs, '--library', this.dir, '--json', ...args], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    child.stdin.end(input);
    let out = '';
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString();
    });
    const code = await new Promise((resolve) => child.once('close', resolve));
    if (code !== 0) throw new Error(`tingjian ${args[0]} ended with ${code}: ${out}`);
    return JSON.parse(out) as T;
  }

  async remove(): Promise<void> {
    await this.kill();
    await rm(this.dir, { recursive: true, force: true, maxRetries: 5 });
  }
}
