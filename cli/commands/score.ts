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
    'score FILE|- [--pass-fatal RULE[,RULE…]] [--pass-unchecked]   # {"recording","template","inspector","answers":{"<item>":{"answer","count?","comment?","at?"}},"restPass?"}',
  options: { 'pass-fatal': { type: 'string', multiple: true }, 'pass-unchecked': { type: 'boolean' } },
  async run(values, positionals, here) {
    const review = await readReview(single(positionals, 'FILE'));
    const named = values['pass-fatal']?.flatMap((list) => list.split(',')).map((name) => name.trim());
    const client = await here.client();
    // The contract checks the shape; what is wrong comes back as INPUT_INVALID with the place.
    const whole = withPassed(review, named ?? [], values['pass-unchecked'] ?? false);
    const submitted = await client.reviews.submitWhole(whole as WholeReview);
    const { templateId: id, templateVersion: version } = submitted;
    const template = await client.templates.get({ id, version });
    here.print(submitted, (language) =>
      [
        summary(submitted, language),
        ...unchecked(submitted, language),
        ...passedOver(submitted, template, language),
        ...left(submitted, template, language),
      ].join('\n'),
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

/** What the command line passes knowingly, besides what the file does. */
function withPassed(review: unknown, named: readonly string[], unchecked: boolean): unknown {
  if (typeof review !== 'object' || review === null) return review;
  const { passFatal = [] } = review as Partial<WholeReview>;
  return {
    ...review,
    ...(named.length > 0 && { passFatal: Array.isArray(passFatal) ? [...passFatal, ...named] : passFatal }),
    ...(unchecked && { passUnchecked: true }),
  };
}

function summary({ id, score }: Review, language: Language): string {
  const words = language === 'zh' ? ['合格', '不合格', '无评分'] : ['passed', 'not passed', 'no score'];
  const outcome = score.passed === null ? words[2] : score.passed ? words[0] : words[1];
  return `${points(score.before) ?? '–'} → ${points(score.after) ?? '–'}  ${outcome}  ${id}`;
}

/** Says that the score rests on nothing but the answers given. */
function unchecked({ unchecked: count }: Review, language: Language): string[] {
  if (count === 0) return [];
  return [
    language === 'zh'
      ? `未检查  机器没有检查过这通录音（未分析），致命项未经核对；${count} 项没有人作答，按默认计`
      : `unchecked  the machine has not looked at this call (not analysed), its fatal items were not checked; ${count} items nobody answered were filled in`,
  ];
}

/** Breaches that the machine found and nobody decided, on items that were counted as met, below the machine's own score. */
function passedOver(review: Review, template: Template, language: Language): string[] {
  const zh = language === 'zh';
  const lines = filledIn(review, template)
    .filter(({ answer, machine }) => answer === 'yes' && machine?.answer === 'no')
    .map(({ item }) => {
      const title = choose(item.title, language);
      return harmless(
        zh
          ? `未判  ${item.article} ${title}：机判不合格，按合格计`
          : `open  ${item.article} ${title}: not met by the machine, counted as met`,
      );
    });
  const words = zh ? ['机判', '合格', '不合格'] : ['machine', 'passed', 'not passed'];
  const verdict = review.machinePassed ? words[1] : words[2];
  return lines.length === 0 ? [] : [`${words[0]}  ${points(review.machineScore) ?? '–'}  ${verdict}`, ...lines];
}

/** Items that were left to the machine and do not apply to the call, each with the reason. */
function left(review: Review, template: Template, language: Language): string[] {
  return filledIn(review, template).flatMap(({ item, answer, machine }) => {
    if (answer !== 'na' || !machine?.reason) return [];
    const [title, reason] = [choose(item.title, language), choose(machine.reason, language)];
    return harmless(
      language === 'zh' ? `不适用  ${item.article} ${title}：${reason}` : `N/A  ${item.article} ${title}: ${reason}`,
    );
  });
}

/** What nobody answered, with its item. */
function filledIn({ answers }: Review, template: Template) {
  const items = new Map(template.sections.flatMap((section) => section.items).map((item) => [item.id, item]));
  return answers.flatMap((answer) => {
    const item = items.get(answer.itemId);
    return item && answer.filled ? [{ ...answer, item }] : [];
  });
}
