import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { text as readAll } from 'node:stream/consumers';
import type { Review } from '../../core/contract/index.ts';
import { fromSystemError } from '../../core/domain-error.ts';
import { type Client, defineCommand, single } from '../command.ts';
import { CommandFailed } from '../errors.ts';
import { points } from '../text.ts';

type WholeReview = Parameters<Client['reviews']['submitWhole']>[0];

export const command = defineCommand({
  usage:
    'score FILE|-   # {"recording","template","inspector","answers":{"<item>":{"answer","count?","comment?","at?"}}}',
  options: {},
  async run(_values, positionals, here) {
    const review = await readReview(single(positionals, 'FILE'));
    const client = await here.client();
    // The contract checks the shape; what is wrong comes back as INPUT_INVALID with the place.
    const submitted = await client.reviews.submitWhole(review as WholeReview);
    here.print(submitted, (language) => summary(submitted, language));
  },
});

async function readReview(file: string): Promise<unknown> {
  const path = file === '-' ? 'stdin' : resolve(file);
  let content: string;
  try {
    content = file === '-' ? await readAll(process.stdin) : await readFile(path, 'utf8');
  } catch (error) {
    throw fromSystemError(error, path);
  }
  try {
    return JSON.parse(content.replace(/^\ufeff/, ''));
  } catch (error) {
    throw new CommandFailed('INPUT_INVALID', `${path}: ${(error as Error).message}`);
  }
}

function summary({ id, score }: Review, language: 'zh' | 'en'): string {
  const words = language === 'zh' ? ['合格', '不合格', '无评分'] : ['passed', 'not passed', 'no score'];
  const outcome = score.passed === null ? words[2] : score.passed ? words[0] : words[1];
  return `${points(score.before) ?? '–'} → ${points(score.after) ?? '–'}  ${outcome}  ${id}`;
}
