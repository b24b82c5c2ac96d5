import type { Template, TemplateItem } from '../contract/index.ts';
import { detectors } from '../findings/detectors/index.ts';

/**
 * What the schema alone cannot say of a template: unique ids, texts in both languages, weights or points
 * that fit the form's mode, a restAnswer that every item allows, and no rule that only marks calls.
 * @returns one sentence per fault, empty when the template is sound
 */
export function templateFaults(template: Template): string[] {
  const items = template.sections.flatMap((section) => section.items);
  const texts = [template, ...template.sections, ...template.causes, ...items].map((part) => part.title);
  return [
    ...repeated(template.sections.map((section) => section.id)).map((id) => `section id "${id}" is used twice`),
    ...repeated(items.map((item) => item.id)).map((id) => `item id "${id}" is used twice`),
    ...repeated(template.causes.map((cause) => cause.id)).map((id) => `cause id "${id}" is used twice`),
    ...[...texts, ...items.map((item) => item.help), ...(template.notes ? [template.notes] : [])]
      .filter(({ zh, en }) => zh.trim() === '' || en.trim() === '')
      .map(({ zh, en }) => `a text lacks one language: "${zh || en}"`),
    ...(template.passMark < 0 || template.excellentMark > 10_000 || template.passMark > template.excellentMark
      ? ['marks must be 0 <= passMark <= excellentMark <= 10000']
      : []),
    ...items.flatMap((item) => itemFaults(template, item).map((fault) => `item "${item.id}": ${fault}`)),
    ...template.sections.flatMap((section) => {
      const fails = section.items.some((item) => item.onFail === 'fail-section');
      const faults = [];
      if (template.mode === 'percentage' && section.weight === 0) faults.push('weight must be above 0');
      if (template.mode === 'deduction' && fails && section.pointsMax === undefined)
        faults.push('pointsMax is needed, because an item can fail the section');
      if ((section.pointsMax ?? 0) < 0) faults.push('pointsMax must not be negative');
      return faults.map((fault) => `section "${section.id}": ${fault}`);
    }),
  ];
}

const marks: ReadonlySet<string> = new Set(detectors.filter(({ rule }) => rule.mark).map(({ rule }) => rule.id));

function itemFaults(template: Template, item: TemplateItem): string[] {
  const faults = item.rules
    .filter((rule) => marks.has(rule))
    .map((rule) => `rule "${rule}" only marks calls and can suggest no answer`);
  if (template.mode === 'percentage') {
    if (item.kind === 'count') faults.push('counted items belong to deduction forms');
    if (item.weight === 0) faults.push('weight must be above 0');
    if (item.pointsEach !== undefined) faults.push('pointsEach belongs to deduction forms');
  } else if ((item.pointsEach ?? 0) <= 0) faults.push('pointsEach must be above 0');
  if (item.pointsMax !== undefined && item.pointsMax < (item.pointsEach ?? 0))
    faults.push('pointsMax is below pointsEach');
  if (item.kind === 'count' && item.partlyEarns !== undefined) faults.push('a counted item has no "partly"');
  if (item.appliesTo !== undefined && item.na === 'forbidden')
    faults.push('appliesTo needs N/A, which is not allowed here');
  if (template.restAnswer === 'na' && item.na === 'forbidden') faults.push('restAnswer "na" is not allowed here');
  if (template.restAnswer === 'partly' && item.partlyEarns === undefined)
    faults.push('restAnswer "partly" is not offered here');
  return faults;
}

function repeated(ids: readonly string[]): string[] {
  return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))];
}
