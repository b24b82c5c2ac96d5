import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { findProduct } from '../../core/host/product.ts';
import { runCli } from '../run-cli.ts';

const { samplesDir } = findProduct();
/** A call in which the agent uses a forbidden phrase. */
const rude = '20260302_093012_8013_13911112222';
const dir = mkdtempSync(join(tmpdir(), 'cli-score-'));
afterAll(() => rmSync(dir, { recursive: true }));

async function tingjian(...args: string[]): Promise<{ code: number; said: string }> {
  let said = '';
  const say = (text: string) => {
    said += text;
  };
  const code = await runCli(['--library', join(dir, 'library'), ...args], {
    env: { LANG: 'zh_CN.UTF-8' },
    out: say,
    err: say,
    interactive: false,
    signal: new AbortController().signal,
  });
  return { code, said };
}

it('passes a fatal finding that nobody decided only by its name', async () => {
  const calls = join(dir, 'calls');
  mkdirSync(calls);
  for (const kind of ['wav', 'vtt']) copyFileSync(join(samplesDir, `${rude}.${kind}`), join(calls, `${rude}.${kind}`));
  expect((await tingjian('import', calls)).code).toBe(0);
  const review = join(dir, 'review.json');
  const whole = {
    recording: `${rude}.wav`,
    template: 'service-standard',
    inspector: '王芳',
    answers: {},
    restPass: true,
  };
  writeFileSync(review, JSON.stringify(whole));

  const refused = await tingjian('score', review);
  expect(refused.code).toBe(1);
  expect(refused.said).toMatch(/致命发现没有人判定.*forbidden-phrase/);
  expect(JSON.parse((await tingjian('--json', 'score', review)).said)).toMatchObject({
    error: { code: 'FATAL_UNDECIDED' },
  });
  const passed = await tingjian('score', review, '--pass-fatal', 'forbidden-phrase');
  expect(passed).toMatchObject({ code: 0, said: expect.stringMatching(/合格/) });
  // What was counted as met against the machine is said, with the machine's own score.
  expect(passed.said).toMatch(/\n机判 {2}0\.00 {2}不合格\n/);
  expect(passed.said).toMatch(/\n未判 {2}11 不说服务忌语：机判不合格，按合格计\n/);
}, 60_000);

it('passes a call that was not analysed only when told to, and says what the score rests on', async () => {
  const calls = join(dir, 'not-analysed');
  mkdirSync(calls);
  const file = '20260302_093012_8013_13911112222.wav';
  copyFileSync(join(samplesDir, file), join(calls, file));
  const at = ['--library', join(dir, 'unchecked')];
  expect((await tingjian('import', calls, '--no-analyze', ...at)).code).toBe(0);
  const review = join(dir, 'unchecked.json');
  const whole = { recording: file, template: 'service-standard', inspector: '王芳', answers: {}, restPass: true };
  writeFileSync(review, JSON.stringify(whole));
  const refused = await tingjian('score', review, ...at);
  expect(refused).toMatchObject({ code: 1, said: expect.stringMatching(/机器没有检查过这通录音.*48 项/) });
  const passed = await tingjian('score', review, '--pass-unchecked', ...at);
  expect(passed).toMatchObject({ code: 0, said: expect.stringMatching(/未检查 {2}机器没有检查过.*致命项未经核对/) });
}, 60_000);
