import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { tempDir } from '../../../test-support/test-core.ts';
import { buildProgram } from './build-program.ts';
import { findToolchain } from './toolchain.ts';

const toolchain = await findToolchain();
let dir: string;
beforeEach(() => {
  dir = tempDir();
});

/** A project of one program whose steps are commands of the shell. */
function project(steps: string): string {
  const source = join(dir, 'the sources $(touch x);');
  mkdirSync(source);
  writeFileSync(join(source, 'Makefile'), `main: a.o b.o\n\t@:; cp b.o main # -o main\na.o b.o:\n${steps}`);
  return source;
}
const target = () => join(dir, '库', 'whisper');
const build = (source: string, signal = new AbortController().signal, tell: (fraction: number) => void = () => {}) =>
  buildProgram({ make: toolchain!.make, source, target: target(), goal: 'main', signal, tell });

describe.skipIf(!toolchain)('building a program (needs make and a compiler)', () => {
  it('leaves the sources alone, tells how far it is, and replaces what was there once it is good', async () => {
    const source = project('\techo one > $@ # -o $@\n');
    mkdirSync(target(), { recursive: true });
    writeFileSync(join(target(), 'old'), '');
    const told: number[] = [];
    await build(source, undefined, (fraction) => told.push(fraction));
    expect(readFileSync(join(target(), 'main'), 'utf8')).toBe('one\n');
    expect(existsSync(join(target(), 'old'))).toBe(false);
    expect(existsSync(join(source, 'main'))).toBe(false);
    expect(told.length).toBeGreaterThan(0);
    expect(told.every((fraction) => fraction >= 0 && fraction <= 1)).toBe(true);
    expect(existsSync(join(dir, 'x'))).toBe(false);
  });

  it('says what the compiler complained of, and keeps the program that was there', async () => {
    mkdirSync(target(), { recursive: true });
    writeFileSync(join(target(), 'main'), 'before');
    const failing = build(project('\t@echo "ggml.c:1: error: no such thing" >&2; exit 1\n'));
    await expect(failing).rejects.toMatchObject({
      code: 'ENGINE_BUILD_FAILED',
      params: { detail: 'ggml.c:1: error: no such thing' },
    });
    expect(readFileSync(join(target(), 'main'), 'utf8')).toBe('before');
    expect(existsSync(`${target()}.part`)).toBe(false);
  });

  it('ends the compilers when it is cancelled, and leaves nothing behind', async () => {
    const pid = join(dir, 'pid');
    const stop = new AbortController();
    const stopped = build(project(`\t@sh -c 'echo $$$$ > "${pid}"; exec sleep 60'\n`), stop.signal);
    const ended = expect(stopped).rejects.toMatchObject({ code: 'CANCELLED' });
    await expect.poll(() => existsSync(pid) && readFileSync(pid, 'utf8').trim(), { timeout: 10_000 }).toMatch(/^\d+$/);
    stop.abort();
    await ended;
    await expect.poll(() => runs(Number(readFileSync(pid, 'utf8')))).toBe(false);
    expect(existsSync(`${target()}.part`)).toBe(false);
  });
});

it('offers nothing where a compiler is missing, and nothing on Windows', async () => {
  for (const name of ['make', 'cc']) symlinkSync(process.execPath, join(dir, name));
  expect(await findToolchain(dir, 'linux')).toBeNull();
  symlinkSync(process.execPath, join(dir, 'g++'));
  expect(await findToolchain(dir, 'linux')).toEqual({ make: join(dir, 'make') });
  expect(await findToolchain(dir, 'win32')).toBeNull();
});

function runs(pid: number): boolean {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}
