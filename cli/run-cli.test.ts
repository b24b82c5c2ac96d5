/** Commands as a script calls them: a real library, the labelled calls. */
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { wavHeader } from '../core/audio/wav-header.ts';
import { findProduct } from '../core/host/product.ts';
import { runCli } from './run-cli.ts';

const { samplesDir } = findProduct();
const rude = '20260302_093012_8013_13911112222.wav';
const dir = mkdtempSync(join(tmpdir(), 'cli-'));
const library = join(dir, 'library');

async function tingjian(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const said = { stdout: '', stderr: '' };
  const code = await runCli(['--library', library, ...args], {
    env: { LANG: 'zh_CN.UTF-8' },
    out: (text) => {
      said.stdout += text;
    },
    err: (text) => {
      said.stderr += text;
    },
    interactive: false,
    signal: new AbortController().signal,
  });
  return { code, ...said };
}
/** stdout must be one JSON document and nothing else. */
const json = async (...args: string[]) => JSON.parse((await tingjian('--json', ...args)).stdout);

let imported: { imported: number; duplicates: number; failed: unknown[]; recordings: { id: string; file: string }[] };
beforeAll(async () => {
  imported = await json('import', samplesDir, '--cdr', join(samplesDir, 'cdr.csv'), '--transcripts', '--no-analyze');
}, 60_000);
afterAll(() => rmSync(dir, { recursive: true }));

it('imports a folder with its call records and transcripts', () => {
  expect(imported).toMatchObject({ imported: 10, duplicates: 0, failed: [] });
  expect(imported.recordings).toHaveLength(10);
});

it('tells scripts the whole number and the local start, and people the masked one', async () => {
  const list: Record<string, unknown>[] = await json('recordings', '--agent', '8013', '--to', '2026-03-03');
  expect(list).toMatchObject([
    {
      file: rude,
      agentId: '8013',
      agentName: '李强',
      team: '一组',
      phone: '13911112222',
      direction: 'inbound',
      startedAt: '2026-03-02T09:30:12+08:00',
      channels: 2,
      hangupBy: 'agent',
      ringSeconds: 21,
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    },
  ]);
  const { stdout } = await tingjian('recordings', '--agent', '8013');
  expect(stdout).toContain('139****2222');
  expect(stdout).not.toContain('13911112222');
  expect(stdout.split('\n')[0]).toMatch(/^文件\s+坐席\s+姓名/);
});

it('prints a transcript by file name in the form asked for', async () => {
  const { segments } = await json('transcript', rude);
  expect(segments[0]).toEqual({ speaker: 'agent', start: 0.85, end: 2.378, text: '喂，什么事？' });
  expect((await tingjian('transcript', rude, '--format', 'vtt')).stdout).toMatch(/^WEBVTT/);
  expect((await tingjian('transcript', rude, '--format', 'csv')).stdout).toMatch(/开始时间,结束时间,说话人,内容\r\n/);
  const written: { file: string } = await json('transcript', rude, '--format', 'docx', '--out', dir);
  expect(written.file).toBe(join(dir, '20260302_093012_8013_139____2222.docx'));
  expect(readFileSync(written.file).subarray(0, 2).toString()).toBe('PK');
});

it('finds words in transcripts', async () => {
  expect(await json('search', '不归我管')).toMatchObject([{ file: rude, text: expect.stringContaining('不归我管') }]);
  expect((await json('search', '您好')).length).toBeGreaterThan(1);
  expect(await json('search', '您好', '--limit', '1')).toHaveLength(1);
});

it('narrows a search by who said it, when in the call, and in which calls', async () => {
  const files = async (...args: string[]) =>
    ((await json('search', ...args)) as { file: string }[]).map(({ file }) => file.slice(0, 13));
  const waits = ['20260303_1533', '20260302_1015'];
  expect(await files('请您稍等', '--speaker', 'agent', '--before', '20')).toEqual(waits);
  expect(await files('请您稍等', '--speaker', 'customer')).toEqual([]);
  expect(await files('请您稍等', '--agent', '8012')).toEqual(waits.slice(1));
  expect(await files('请您稍等', '--team', '二组', '--from', '2026-03-03', '--to', '2026-03-03')).toEqual(
    waits.slice(0, 1),
  );
  expect(await files('请您稍等', '--after', '17')).toEqual(waits.slice(0, 1));
  expect(await files('请您稍等', '--after=-60')).toEqual([]);
  expect(new Set(await files('账单 稍等', '--scope', 'call'))).toEqual(new Set(waits.slice(0, 1)));
});

it('says which items it left out of a review because they are about calls of the other direction', async () => {
  const review = join(dir, 'direction.json');
  const score = async (recording: string, ...args: string[]) => {
    const whole = { recording, template: 'service-standard', inspector: '王芳', answers: {}, restPass: true };
    writeFileSync(review, JSON.stringify(whole));
    const { stdout } = await tingjian('score', review, '--pass-unchecked', ...args);
    return stdout.trim().split('\n');
  };
  const [figures, notAnalysed, ...left] = await score('20260304_110000_8013_13144445555.ogg');
  expect(figures).toMatch(/^100\.00 → 100\.00 {2}合格/);
  expect(notAnalysed).toMatch(/^未检查 {2}机器没有检查过这通录音/);
  expect(left).toEqual([
    '不适用  25 外呼前备好提纲：本通是呼入，此项只用于呼出。',
    '不适用  26.2 外呼不先问姓名：本通是呼入，此项只用于呼出。',
  ]);
  const [, , ...outbound] = await score('20260304_163020_8017_18600006666.mp3', '--lang', 'en');
  expect(outbound).toEqual([
    'N/A  26.1 Answered in three rings: This call is outbound; the item is for inbound calls only.',
  ]);
});

it('takes a whole review and reports its day', async () => {
  const review = join(dir, '评分 $(x).json');
  const answers = { 'A11-1': { answer: 'no' } };
  writeFileSync(
    review,
    `\ufeff${JSON.stringify({ recording: rude, template: 'service-standard', inspector: '王芳', answers: {}, restPass: true, passUnchecked: true })}`,
  );
  expect(await json('score', review)).toMatchObject({
    inspector: '王芳',
    state: 'submitted',
    score: { before: 10000, sections: expect.any(Array) },
  });
  writeFileSync(review, JSON.stringify({ recording: rude, template: 'service-standard', inspector: '王芳', answers }));
  expect((await tingjian('score', review, '--json')).code).toBe(1);

  const figures = await json('report', '--period', 'day', '--date', '2026-03-02', '--format', 'json');
  expect(figures.figures).toMatchObject({ recordings: 3, reviewed: 1, average: 10000 });
  const { files } = await json(
    'report',
    '--period',
    'day',
    '--date',
    '2026-03-02',
    '--format',
    'xlsx',
    '--out',
    join(dir, '报表'),
  );
  expect(files).toEqual(readdirSync(join(dir, '报表')).map((name) => join(dir, '报表', name)));
});

it('finds a sound library sound', async () => {
  expect(await json('verify')).toMatchObject({ ok: true, problems: [] });
});

it('keeps the samples in a library of their own, and takes neither into the other', async () => {
  const own = join(dir, 'own');
  const made = await json('--library', own, 'samples');
  expect(made).toEqual({ library: join(own, 'samples'), recordings: 10 });
  expect(await json('--library', own, 'recordings')).toEqual([]);
  const refused = await tingjian('--json', '--library', made.library, 'import', join(samplesDir, rude));
  expect(JSON.parse(refused.stderr).error.code).toBe('SAMPLES_APART');
  expect(await json('--library', made.library, 'samples')).toEqual(made);
}, 180_000);

it('tells which rows of call records were repeated, and which could not be used', async () => {
  const file = join(dir, 'odd.csv');
  // The folder's own call records told of that call already.
  const row = '20260302_093012_8013_13911112222.wav,8013,2026-03-02 09:30:12';
  writeFileSync(file, `录音文件,坐席工号,开始时间\n${row}\n${row}\n,8013,13800138001\n`);
  const { code, stdout } = await tingjian('import', join(samplesDir, rude), '--cdr', file, '--no-analyze');
  expect(code).toBe(0);
  expect(stdout).toContain('话单 3 行：匹配 1（文件名 1），暂无录音 0，同一通话的其他行 1，无法使用 1；其中以前已有 1');
  expect(stdout).toContain('第 4 行  开始时间无法识别：138****8001');
});

it('says of a file that failed where it lies, without the number in its name', async () => {
  const file = join(dir, 'a_13800138001.wav');
  writeFileSync(file, 'this is no sound');
  const people = await tingjian('import', file);
  expect(people.stdout + people.stderr).not.toContain('13800138001');
  expect(people.stdout).toContain(join(dir, 'a_138****8001.wav'));
  expect((await json('import', file)).failed).toMatchObject([{ file: 'a_13800138001.wav', code: 'NOT_AUDIO' }]);
});

it('an import that another process takes over has not succeeded', async () => {
  const own = ['--library', join(dir, 'shared')];
  const first = tingjian('import', samplesDir, '--no-analyze', ...own);
  const second = await createdJob(join(dir, 'shared'));
  await second.cancel();
  const { code, stderr } = await first;
  await second.close();
  expect([code, stderr]).toEqual([130, 'tingjian: 已取消。 [CANCELLED]\n']);
});

/** Another process's view of a library, once an import has begun there. */
async function createdJob(dir: string) {
  const { openLibraryDb, recentJobs, setJobState } = await import('../db/index.ts');
  await vi.waitUntil(() => existsSync(join(dir, 'library.db')), { timeout: 20_000 });
  const other = openLibraryDb(join(dir, 'library.db'));
  const job = await vi.waitUntil(async () => (await recentJobs(other.db, 1))[0], { timeout: 20_000 });
  return {
    cancel: () => setJobState(other.db, job.id, 'cancelled', ['queued', 'running'], Date.now()),
    close: () => other.close(),
  };
}

describe('what goes wrong is one line with a code', () => {
  beforeAll(() => {
    mkdirSync(join(dir, 'empty'));
    writeFileSync(join(dir, 'text.wav'), 'this is no sound');
    writeFileSync(join(dir, 'broken.json'), '{');
  });

  it.each<[string, number, string[]]>([
    ['USAGE', 2, ['nonsense']],
    ['USAGE', 2, ['recordings', 'too', 'many']],
    ['USAGE', 2, ['report', '--period', 'year']],
    ['USAGE', 2, ['search']],
    ['USAGE', 2, ['search', '您好', '--after', '5', '--before=-5']],
    ['USAGE', 2, ['search', '您好', '--limit', 'many']],
    ['USAGE', 2, ['search', '您好', '--speaker', 'nobody']],
    ['USAGE', 2, ['import', '--unknown']],
    ['FILE_NOT_FOUND', 1, ['import', '/does not exist']],
    ['NO_AUDIO_FOUND', 1, ['import', join(dir, 'empty')]],
    ['NOT_AUDIO', 1, ['import', join(dir, 'text.wav')]],
    ['RECORDING_NOT_FOUND', 1, ['transcript', 'unknown']],
    ['FILE_NOT_FOUND', 1, ['score', join(dir, 'missing.json')]],
    ['INPUT_INVALID', 1, ['score', join(dir, 'broken.json')]],
    ['INPUT_INVALID', 1, ['recordings', '--from', 'yesterday']],
  ])('%s (exit %i): %j', async (code, exit, args) => {
    const ended = await tingjian('--json', ...args);
    expect(ended.code).toBe(exit);
    expect(ended.stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(JSON.parse(ended.stderr)).toEqual({ error: { code, message: expect.any(String) } });
  });

  it('in Chinese where the system is Chinese', async () => {
    expect((await tingjian('import', '/没有')).stderr).toBe(
      'tingjian: 找不到文件：/没有。请检查路径，或重新选择。 [FILE_NOT_FOUND]\n',
    );
  });
});

it('lists its commands without a library', async () => {
  const { code, stdout } = await tingjian('--help');
  expect([code, stdout.includes('import'), stdout.includes('verify')]).toEqual([0, true, true]);
});

it('prints nothing but its answer as a process of its own', async () => {
  const bin = join(import.meta.dirname, 'bin.mjs');
  const { stdout, stderr } = await promisify(execFile)(process.execPath, [
    bin,
    'search',
    '话费',
    '--json',
    '--library',
    library,
  ]);
  expect([JSON.parse(stdout).length, stderr]).toEqual([2, '']);
});

it('starts without the libraries that only a few commands need', async () => {
  const script = `
    import { createRequire } from 'node:module';
    await import(${JSON.stringify(new URL('../core/create-core.ts', import.meta.url).href)});
    console.log(Object.keys(createRequire('/').cache).filter((file) => /node_modules.(exceljs|onnxruntime-node)/.test(file)).length);`;
  const args = ['--disable-warning=ExperimentalWarning', '--input-type=module', '-e', script];
  expect((await promisify(execFile)(process.execPath, args)).stdout.trim()).toBe('0');
});

describe('what several recordings are called', () => {
  it('names none of them: their ids are listed to choose from', async () => {
    const own = join(dir, 'twins');
    const sound = (seconds: number) =>
      Buffer.concat([wavHeader({ sampleRate: 8000, channels: 1 }, 16_000 * seconds), Buffer.alloc(16_000 * seconds)]);
    for (const [index, folder] of ['a', 'b'].entries()) {
      mkdirSync(join(own, folder), { recursive: true });
      writeFileSync(join(own, folder, 'call.wav'), sound(index + 1));
    }
    const at = ['--library', join(dir, 'twin library'), '--json'];
    const { recordings } = JSON.parse((await tingjian('import', own, '--no-analyze', ...at)).stdout);
    const ids = recordings.map(({ id }: { id: string }) => id);
    writeFileSync(
      join(own, 'review.json'),
      JSON.stringify({ recording: 'call.wav', template: 'service-standard', inspector: '王', answers: {} }),
    );
    for (const command of [
      ['transcript', 'call.wav'],
      ['measures', 'call.wav'],
      ['score', join(own, 'review.json')],
    ]) {
      const { code, stderr } = await tingjian(...command, ...at);
      expect([command[0], code, JSON.parse(stderr).error.code]).toEqual([command[0], 1, 'NAME_AMBIGUOUS']);
      for (const id of ids) expect(stderr).toContain(id);
    }
    expect(JSON.parse((await tingjian('recordings', ...at)).stdout)).toHaveLength(2);
  });
});

it('writes what nobody expected into the log and gives its reference, not its text', async () => {
  let err = '';
  const code = await runCli(['--library', library, '--json', 'recordings'], {
    env: { LANG: 'zh_CN.UTF-8' },
    out: () => {
      throw new Error('the pipe of 13912345678 broke');
    },
    err: (text) => {
      err += text;
    },
    interactive: false,
    signal: new AbortController().signal,
  });
  const { error } = JSON.parse(err);
  expect([code, error.code]).toEqual([1, 'INTERNAL']);
  expect(err).not.toContain('pipe');
  const reference = /(?:编号|reference) ([0-9a-f]{8})/.exec(error.message)![1]!;
  const entries = readFileSync(join(library, 'logs', 'tingjian.log'), 'utf8')
    .trimEnd()
    .split('\n');
  expect(JSON.parse(entries.at(-1)!)).toMatchObject({
    level: 'error',
    reference,
    error: { text: 'the pipe of 139****5678 broke' },
  });
});
