/** Which column of a call-record file means what, and what is needed. Pure. */
import { createHash } from 'node:crypto';
import type { CdrField, CdrMapping } from '../../contract/index.ts';
import { synonyms } from './cdr-synonyms.ts';

/** What people call each meaning, for messages in both languages. */
export const fieldNames: Record<CdrField, string> = {
  file: '录音文件 file',
  agentId: '坐席工号 agent id',
  agentName: '坐席姓名 agent name',
  team: '班组 team',
  phone: '客户号码 phone',
  caller: '主叫 caller',
  callee: '被叫 callee',
  direction: '呼叫方向 direction',
  startedAt: '开始时间 start time',
  startedDate: '通话日期 call date',
  talkSeconds: '通话时长 talk time',
  ringSeconds: '振铃时长 ring time',
  hangupBy: '挂机方 hung up by',
  business: '业务类型 business',
  satisfaction: '满意度 satisfaction',
};

/** A header without case, spaces, punctuation and the unit in brackets. */
export function normaliseHeader(header: string): string {
  return header
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[([【].*?[)\]】]/gu, '')
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** Guesses the column of every meaning; a column means one thing only. */
export function guessMapping(headers: readonly string[]): CdrMapping {
  const names = headers.map(normaliseHeader);
  const mapping: CdrMapping = {};
  const taken = new Set<number>();
  for (const field of Object.keys(synonyms) as CdrField[]) {
    for (const word of synonyms[field]) {
      const column = names.findIndex((name, index) => name === word && !taken.has(index));
      if (column < 0) continue;
      mapping[field] = column;
      taken.add(column);
      break;
    }
  }
  return mapping;
}

/** Required meanings without a column: the audio file's name, or a start time together with agent or number. */
export function missingFields(mapping: CdrMapping): CdrField[] {
  const party = (['agentId', 'agentName', 'phone', 'caller', 'callee'] as const).some((field) => has(mapping, field));
  if (has(mapping, 'file') || (has(mapping, 'startedAt') && party)) return [];
  const missing: CdrField[] = ['file'];
  if (!has(mapping, 'startedAt')) missing.push('startedAt');
  if (!party) missing.push('agentId', 'phone');
  return missing;
}

/** The missing columns as one phrase: the file, or else what would stand in for it. */
export function describeMissing(missing: readonly CdrField[]): string {
  const [file, ...rest] = missing.map((field) => fieldNames[field]);
  return rest.length === 0 ? file! : `${file} (或 or: ${rest.join(' + ')})`;
}

/** Names a layout, so that its mapping can be remembered: the same columns in the same order. */
export function layoutHash(headers: readonly string[]): string {
  return createHash('sha256')
    .update(JSON.stringify(headers.map(normaliseHeader)))
    .digest('hex');
}

/** What a bare number in a duration column counts. */
export function durationUnit(header: string): 'ms' | 's' | 'min' {
  if (/毫秒|[(_\s]ms\b|millis/i.test(header)) return 'ms';
  return /分钟|[(_\s]min(ute)?s?\b/i.test(header) ? 'min' : 's';
}

function has(mapping: CdrMapping, field: CdrField): boolean {
  return mapping[field] !== undefined;
}
