/**
 * What people say of calls, rule by rule: whether the standard was broken.
 *
 * 1. A decision on the finding counts first: 属实 on a breach, or 误报 on a `met`, says broken; the others not broken.
 * 2. Where there is none, an answer that a person gave in a submitted review to an item that names the rule:
 *    "yes" says not broken, for every rule of the item; "no" says broken only where the item names this rule
 *    alone, since otherwise nobody said which of its rules it was. "Partly", "n/a" and what was filled in by
 *    "the rest is fine" say nothing.
 */
import { type Db, decisions, personAnswers, reviewedTemplates } from '../../../db/index.ts';
import { Template } from '../../contract/index.ts';

/** Whether it was broken, by recording. */
export type Said = Map<string, boolean>;

/** @param rule all rules when left out @returns by rule */
export async function peopleSay(db: Db, rule?: string): Promise<Map<string, Said>> {
  const said = new Map<string, Said>();
  const of = (id: string) => {
    const known = said.get(id) ?? new Map<string, boolean>();
    said.set(id, known);
    return known;
  };
  for (const { item, recordingId, broken } of await answers(db, rule)) {
    for (const id of item.rules)
      if ((rule === undefined || id === rule) && (!broken || item.rules.length === 1)) of(id).set(recordingId, broken);
  }
  for (const row of await decisions(db, rule)) of(row.rule).set(row.recording_id, row.broken === 1);
  return said;
}

async function answers(db: Db, rule: string | undefined) {
  const items = (await reviewedTemplates(db)).flatMap(({ template_id, version, content }) => {
    const template = Template.safeParse(JSON.parse(content)).data;
    return (template?.sections ?? [])
      .flatMap((section) => section.items)
      .filter(({ rules }) => (rule === undefined ? rules.length > 0 : rules.includes(rule)))
      .map(({ id, rules }) => ({ templateId: template_id, version, itemId: id, rules }));
  });
  const byKey = new Map(items.map((item) => [`${item.templateId} ${item.version} ${item.itemId}`, item]));
  if (items.length === 0) return [];
  return (await personAnswers(db, items)).map((row) => ({
    item: byKey.get(`${row.template_id} ${row.template_version} ${row.item_id}`)!,
    recordingId: row.recording_id,
    broken: row.answer === 'no',
  }));
}
