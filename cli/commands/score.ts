import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { text as readAll } from 'node:stream/consumers';
import type { Language, Review, Template } from '../../core/contract/index.ts';
import { fromSystemError } from '../../core/domain-error.ts';
import { type Client, defineCommand, single } from '../command.ts';
import { CommandFailed } from '../errors.ts';
import { choose, harmless, points } from '../text.ts';

type WholeReview = Parameters<Client['reviews']['submitWhole']>[0];

export const command = defineCommand({
  usage:
    'score FILE|- [--pass-fatal RULE[,RULE…]]   # {"recording","template","inspector","answers":{"<item>":{"answer","count?","comment?","at?"}},"restPass?"}',
  options: { 'pass-fatal': { type: 'string', multiple: true } },
  async run(values, positionals, here) {
    const review = await readReview(single(positionals, 'FILE'));
    const named = values['pass-fatal']?.flatMap((list) => list.split(',')).map((name) => name.trim());
    const client = await here.client();
    // The contract checks the shape; what is wrong comes back as INPUT_INVALID with the place.
    const submitted = await client.reviews.submitWhole(withPassed(review, named ?? []) as WholeReview);
    const { templateId: id, templateVersion: version } = submitted;
    const template = await client.templates.get({ id, version });
    here.print(submitted, (language) =>
      [summary(submitted, language), ...left(submitted, template, language)].join('\n'),
    );
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

/** Fatal findings that the command line names are passed besides those that the file does. */
function withPassed(review: unknown, named: readonly string[]): unknown {
  if (named.length === 0 || typeof review !== 'object' || review === null) return review;
  const { passFatal = [] } = review as Partial<WholeReview>;
  return { ...review, passFatal: Array.isArray(passFatal) ? [...passFatal, ...named] : passFatal };
}

function summary({ id, score }: Review, language: Language): string {
  const words = language === 'zh' ? ['合格', '不合格', '无评分'] : ['passed', 'not passed', 'no score'];
  const outcome = score.passed === null ? words[2] : score.passed ? words[0] : words[1];
  return `${points(score.before) ?? '–'} → ${points(score.after) ?? '–'}  ${outcome}  ${id}`;
}

/** Items that were left to the machine and do not apply to the call, each with the reason. */
function left({ answers }: Review, template: Template, language: Language): string[] {
  const items = new Map(template.sections.flatMap((section) => section.items).map((item) => [item.id, item]));
  return answers.flatMap(({ itemId, answer, filled, machine }) => {
    const item = items.get(itemId);
    if (!item || answer !== 'na' || !filled || !machine?.reason) return [];
    const [title, reason] = [choose(item.title, language), choose(machine.reason, language)];
    return harmless(
      language === 'zh' ? `不适用  ${item.article} ${title}：${reason}` : `N/A  ${item.article} ${title}: ${reason}`,
    );
  });
}
