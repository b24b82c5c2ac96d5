import { readdirSync } from 'node:fs';
import { dirname } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isText, readHead, startsAsAudio } from './sniff.ts';
import { fixture, sample, truth } from './testing.ts';

const recordings = [
  ...truth().map(({ file }) => sample(file)),
  ...readdirSync(dirname(fixture('x')))
    .filter((file) => !file.endsWith('.md'))
    .map(fixture),
];

it('knows every recording by its first bytes', () => {
  for (const path of recordings) expect([path, startsAsAudio(readHead(path))]).toEqual([path, true]);
});

it('takes no text for a recording, in Chinese or English, cut anywhere', () => {
  fc.assert(
    fc.property(fc.lorem({ mode: 'sentences' }), fc.integer({ min: 1, max: 400 }), (text, length) => {
      const head = Buffer.from(`录音列表：${text}`).subarray(0, length);
      expect([isText(head), startsAsAudio(head)]).toEqual([true, false]);
    }),
  );
});

it('takes no sound for text', () => {
  for (const path of recordings) expect([path, isText(readHead(path))]).toEqual([path, false]);
});
