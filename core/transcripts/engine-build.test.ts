import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createJobs, type Jobs } from '../jobs/jobs-service.ts';
import { createTestCore, type TestCore, tempDir } from '../test-support/test-core.ts';
import { createEngineBuild } from './engine-build.ts';
import { builtProgram, enginesFolder } from './engines/built/built-program.ts';
import { findToolchain } from './engines/built/toolchain.ts';

let core: TestCore;
let jobs: Jobs;
beforeEach(() => {
  core = createTestCore();
  jobs = createJobs(core.context);
});
afterEach(async () => {
  await jobs.stopAll();
  await core.close();
});

function building(steps: string, toolchain = findToolchain) {
  const source = tempDir();
  mkdirSync(source, { recursive: true });
  writeFileSync(join(source, 'Makefile'), `main:\n\t${steps} # -o main\n`);
  return createEngineBuild(core.context, jobs, { sources: () => source, toolchain });
}
const look = async (id: string) => (await jobs.list(undefined, {})).find((job) => job.id === id)!;
const state = async (id: string) => (await look(id)).state;
const program = () => builtProgram(enginesFolder(core.context.dirs.root));

describe.skipIf(!(await findToolchain()))('building the engine (needs make and a compiler)', () => {
  it('happens in the background, in the library, and is written down', async () => {
    const id = await building('echo built > main').start();
    await expect.poll(() => state(id), { timeout: 20_000 }).toBe('done');
    expect(await look(id)).toMatchObject({ kind: 'build', label: 'whisper.cpp' });
    expect(existsSync(program())).toBe(true);
    const log = core.context.library.raw.prepare("SELECT count(*) FROM audit_log WHERE action = 'engine.build'");
    expect(log.pluck().get()).toBe(1);
  });

  it('is one job however often it is asked for, and can be cancelled', async () => {
    const build = building('sleep 60');
    const id = await build.start();
    await expect.poll(() => state(id), { timeout: 20_000 }).toBe('running');
    expect(await build.start()).toBe(id);
    await jobs.cancel({ id }, {});
    await expect.poll(() => existsSync(`${join(program(), '..')}.part`)).toBe(false);
    expect(await state(id)).toBe('cancelled');
    expect(existsSync(program())).toBe(false);
  });

  it('that fails says why', async () => {
    const id = await building('echo "error: out of registers" >&2; exit 1').start();
    await expect.poll(() => state(id), { timeout: 20_000 }).toBe('failed');
    expect((await jobs.look(id)).stopped).toMatchObject({
      code: 'ENGINE_BUILD_FAILED',
      params: { detail: 'error: out of registers' },
    });
  });
});

it('is possible only where there are tools for it', async () => {
  expect(await building('true', async () => null).possible()).toBe(false);
  expect(await building('true', async () => ({ make: '/usr/bin/make' })).possible()).toBe(true);
});
