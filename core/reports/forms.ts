/**
 * Which template versions may share a mean: those of one template that score alike. A mean over different forms,
 * or a pass rate over different pass marks, says nothing.
 */
import { type LibraryDb, type TemplateMarksRow, templateMarks } from '../../db/index.ts';
import type { Bilingual, Form, RecordingFilter } from '../contract/index.ts';
import { groupBy } from './figures.ts';

/** What finds the reviews of one form. */
export type FormChoice = Pick<RecordingFilter, 'templateId' | 'templateVersions'>;

export interface Forms {
  /** Key of the form under which a review by this version counts. */
  keyOf(templateId: string, version: number): string;
  get(key: string): Form;
  /** Versions are named only where the template has others that score differently. */
  choiceOf(key: string): FormChoice;
}

/** @param library every published version in it is known to the result */
export async function readForms(library: LibraryDb): Promise<Forms> {
  return formsOf(await templateMarks(library));
}

export function formsOf(versions: readonly TemplateMarksRow[]): Forms {
  const byKey = new Map<string, Form>();
  const keys = new Map<string, string>();
  const split = new Set<string>();
  for (const [templateId, all] of groupBy(versions, (row) => row.templateId)) {
    const alike = [...groupBy(all, scoringOf).values()];
    if (alike.length > 1) split.add(templateId);
    for (const own of alike) {
      const form = toForm(own, alike.length > 1);
      byKey.set(form.key, form);
      for (const row of own) keys.set(`${templateId}@${row.version}`, form.key);
    }
  }
  tellApart([...byKey.values()]);
  const get = (key: string): Form => {
    const form = byKey.get(key);
    if (!form) throw new Error(`no such form: ${key}`);
    return form;
  };
  return {
    keyOf(templateId, version) {
      const key = keys.get(`${templateId}@${version}`);
      if (key === undefined) throw new Error(`no such template version: ${templateId} v${version}`);
      return key;
    },
    get,
    choiceOf(key) {
      const { templateId, versions: own } = get(key);
      return split.has(templateId) ? { templateId, templateVersions: own } : { templateId };
    },
  };
}

/** Equal for versions whose scores and verdicts mean the same. */
function scoringOf({ mode, passMark, excellentMark, afterFail }: TemplateMarksRow): string {
  return [mode, passMark, excellentMark, afterFail].join('/');
}

/** The key is made from the oldest version, so that a new version that scores alike changes no key. */
function toForm(rows: readonly TemplateMarksRow[], nameVersions: boolean): Form {
  const versions = rows.map((row) => row.version).sort((a, b) => a - b);
  const newest = rows.find((row) => row.version === versions.at(-1))!;
  const { templateId, titleZh, titleEn, mode, passMark, excellentMark, afterFail } = newest;
  const title: Bilingual = nameVersions
    ? { zh: `${titleZh}（第${versions.join('、')}版）`, en: `${titleEn} (v${versions.join(', v')})` }
    : { zh: titleZh, en: titleEn };
  return { key: `${templateId}@${versions[0]}`, templateId, versions, title, mode, passMark, excellentMark, afterFail };
}

/** Two templates may have been given one title: their ids stand beside it then. */
function tellApart(forms: readonly Form[]): void {
  for (const language of ['zh', 'en'] as const)
    for (const namesakes of groupBy(forms, (form) => form.title[language].toLowerCase()).values()) {
      if (namesakes.length < 2) continue;
      for (const form of namesakes)
        form.title = { ...form.title, [language]: `${form.title[language]} [${form.templateId}]` };
    }
}
