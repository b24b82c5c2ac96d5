import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { createZipFile } from './zip-file.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'tingjian-zip-'));
  onTestFinished(() => rmSync(dir, { recursive: true }));
});

test('files larger than a chunk, empty ones and texts come out of it as they went in', async () => {
  const large = Buffer.from(Array.from({ length: 300_000 }, (_, i) => (i * 7) % 251));
  writeFileSync(join(dir, 'large'), large);
  writeFileSync(join(dir, 'empty'), '');
  const zip = createZipFile(join(dir, 'out.zip'));
  await zip.addFile('等待 24.14.wav', join(dir, 'large'));
  await zip.addFile('空.wav', join(dir, 'empty'));
  await zip.addText('等待 24.14.txt', '客户：喂');
  await zip.end();
  const bytes = readFileSync(join(dir, 'out.zip'));
  const members = unzipSync(bytes);
  expect(Object.keys(members)).toEqual(['等待 24.14.wav', '空.wav', '等待 24.14.txt']);
  expect(Buffer.from(members['等待 24.14.wav']!).equals(large)).toBe(true);
  expect(members['空.wav']).toHaveLength(0);
  expect(strFromU8(members['等待 24.14.txt']!)).toBe('客户：喂');
  expect(zip.bytes).toBe(bytes.length);
});

test('a source that is not there is told by the system, and the file can be let go', async () => {
  const zip = createZipFile(join(dir, 'out.zip'));
  await expect(zip.addFile('a', join(dir, 'gone'))).rejects.toMatchObject({ code: 'ENOENT' });
  await zip.close();
});

test('a place that cannot be written is told by the system', async () => {
  const zip = createZipFile(join(dir, 'no', 'out.zip'));
  await expect(
    (async () => {
      await zip.addText('a', 'x'.repeat(1_000_000));
      await zip.end();
    })(),
  ).rejects.toMatchObject({ code: 'ENOENT' });
});
