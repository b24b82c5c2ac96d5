import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { tempDir } from '../../../test-support/test-core.ts';
import { runMain } from './run-main.ts';
import { tokensToSentences } from './tokens-to-sentences.ts';
import { containedWhisperNode, type Ended } from './whisper-node.ts';

const printed = (...lines: [from: number, to: number, text: string | Buffer][]): string =>
  lines
    .map(([from, to, text]) => `[00:00:0${from}.000 --> 00:00:0${to}.000]  ${Buffer.from(text).toString('latin1')}\n`)
    .join('');
const bytes = Buffer.from('嗎');

// The package keeps what stood in for its shell when it was loaded: one for all tests.
let ended: Ended;
let asked: string[];
const hear = containedWhisperNode(async (args) => {
  asked = args;
  return ended;
});

it('keeps every sentence, the spaces between words, and characters that come in parts', async () => {
  const stdout = printed(
    [0, 0, ''],
    [0, 1, '您好'],
    [1, 2, bytes.subarray(0, 1)],
    [2, 3, bytes.subarray(1)],
    [3, 3, ''],
    [3, 4, ' good'],
    [4, 5, ' day'],
  );
  ended = { code: 0, stdout: `\n${stdout}`, stderr: '' };
  const cwd = process.cwd();
  expect(tokensToSentences(await hear('sound.wav', 'model.bin', 'zh'))).toEqual([
    {
      from: 0,
      to: 3,
      text: '您好嗎',
      words: [
        { text: '您好', start: 0, end: 1 },
        { text: '嗎', start: 1, end: 3 },
      ],
    },
    {
      from: 3,
      to: 5,
      text: ' good day',
      words: [
        { text: ' good', start: 3, end: 4 },
        { text: ' day', start: 4, end: 5 },
      ],
    },
  ]);
  expect(asked).toEqual(['-ml', '1', '-l', 'zh', '-m', 'model.bin', '-f', 'sound.wav']);
  expect(process.cwd()).toBe(cwd);
});

it('hears nothing where nothing was said, and takes no result for a failure', async () => {
  ended = { code: 0, stdout: '\n', stderr: '' };
  expect(tokensToSentences(await hear('sound.wav', 'model.bin', 'zh'))).toEqual([]);
  ended = { code: 3, stdout: '', stderr: 'error: failed to initialize whisper context' };
  await expect(hear('sound.wav', 'model.bin', 'zh')).rejects.toThrow('no result');
});

it.skipIf(process.platform === 'win32')(
  'gives names to a program as they stand, whatever a shell would make of them',
  async () => {
    const dir = tempDir();
    const program = join(dir, 'prints its words');
    writeFileSync(program, '#!/bin/sh\nprintf "%s|" "$@"; echo oops >&2; exit 4\n');
    chmodSync(program, 0o755);
    const words = ['a b', '$(touch x)', '`touch x`;touch x', '"\'', '提示'];
    const { code, stdout, stderr } = await runMain(program, words, dir);
    expect(Buffer.from(stdout, 'latin1').toString()).toBe(`${words.join('|')}|`);
    expect([code, stderr.trim(), existsSync(join(dir, 'x'))]).toEqual([4, 'oops', false]);
  },
);

it.runIf(process.platform === 'linux')(
  'leaves no program behind when its process is killed',
  async () => {
    const dir = tempDir();
    const program = join(dir, 'sleeps');
    writeFileSync(program, '#!/bin/sh\necho $$ > pid; exec sleep 60\n');
    chmodSync(program, 0o755);
    const { spawn } = await import('node:child_process');
    const url = JSON.stringify(new URL('./run-main.ts', import.meta.url).href);
    const script = `import(${url}).then((m) => m.runMain(${JSON.stringify(program)}, [], ${JSON.stringify(dir)}))`;
    const parent = spawn(process.execPath, ['-e', script], { stdio: 'ignore' });
    const pid = join(dir, 'pid');
    await expect.poll(() => existsSync(pid) && readFileSync(pid, 'utf8').trim(), { timeout: 15_000 }).toMatch(/^\d+$/);
    parent.kill('SIGKILL');
    const status = `/proc/${readFileSync(pid, 'utf8').trim()}/status`;
    await expect
      .poll(() => existsSync(status) && !/^State:\s+Z/m.test(readFileSync(status, 'utf8')), { timeout: 15_000 })
      .toBe(false);
  },
  40_000,
);
