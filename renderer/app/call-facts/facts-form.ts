/** What the dialog shows of the calls that it is about, and what its fields ask the core to change. Pure. */
import type { CallCorrection, RecordingRow } from '../../../core/contract/index.ts';

export type FieldName = 'agentId' | 'agentName' | 'team' | 'direction' | 'start';
export type FactsForm = Record<FieldName, string>;

/** What a call says in each field; empty where it is not known. */
function saidBy(row: RecordingRow, writeTime: (ms: number) => string): FactsForm {
  return {
    agentId: row.agentId ?? '',
    agentName: row.agentName ?? '',
    team: row.team ?? '',
    direction: row.direction ?? '',
    start: row.startedAt === null ? '' : writeTime(row.startedAt),
  };
}

/** @returns the values that all of the calls share, and the fields in which they differ (empty in `form`) */
export function formOf(
  rows: readonly RecordingRow[],
  writeTime: (ms: number) => string,
): { form: FactsForm; mixed: ReadonlySet<FieldName> } {
  const said = rows.map((row) => saidBy(row, writeTime));
  const form: FactsForm = { agentId: '', agentName: '', team: '', direction: '', start: '' };
  const mixed = new Set<FieldName>();
  for (const field of Object.keys(form) as FieldName[]) {
    const values = new Set(said.map((each) => each[field]));
    if (values.size > 1) mixed.add(field);
    else form[field] = [...values][0] ?? '';
  }
  return { form, mixed };
}

/** Only what was changed; a field that was emptied says that it is not known. */
export function changeOf(before: FactsForm, now: FactsForm): CallCorrection {
  const changed = (Object.keys(now) as FieldName[]).filter((field) => now[field].trim() !== before[field].trim());
  // The name of another agent is not this one's: it goes along only when it was typed.
  return Object.fromEntries(changed.map((field) => [field, now[field].trim() || null])) as CallCorrection;
}
