/** Which column of a call-record file means what, and what is needed. Pure. */

import { createHash } from 'node:crypto';
import type { Bilingual, CdrField, CdrMapping, Language } from '../../contract/index.ts';
import { normaliseHeader } from '../../text/header.ts';
import { composed, synonyms } from './cdr-synonyms.ts';

/** What people call each meaning. */
export const fieldNames: Record<CdrField, Bilingual> = {
  file: { zh: '录音文件', en: 'file' },
  agentId: { zh: '坐席工号', en: 'service number' },
  agentName: { zh: '坐席姓名', en: 'agent name' },
  team: { zh: '班组', en: 'team' },
  phone: { zh: '客户号码', en: 'phone' },
  caller: { zh: '主叫', en: 'caller' },
  callee: { zh: '被叫', en: 'callee' },
  direction: { zh: '呼叫方向', en: 'direction' },
  startedAt: { zh: '开始时间', en: 'start time' },
  startedDate: { zh: '通话日期', en: 'call date' },
  talkSeconds: { zh: '通话时长', en: 'talk time' },
  ringSeconds: { zh: '振铃时长', en: 'ring time' },
  hangupBy: { zh: '挂机方', en: 'hung up by' },
  business: { zh: '业务类型', en: 'business' },
  satisfaction: { zh: '满意度', en: 'satisfaction' },
  answered: { zh: '接听状态', en: 'answered' },
  callerChannel: { zh: '主叫通道', en: 'caller channel' },
  calleeChannel: { zh: '被叫通道', en: 'callee channel' },
  callId: { zh: '通话编号', en: 'call id' },
};

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
  for (const [field, spelling] of Object.entries(composed) as [CdrField, RegExp][]) {
    const column = has(mapping, field) ? -1 : names.findIndex((name, at) => !taken.has(at) && spelling.test(name));
    if (column < 0) continue;
    mapping[field] = column;
    taken.add(column);
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
export function describeMissing(missing: readonly CdrField[], language: Language): string {
  const zh = language === 'zh';
  const names = missing.map((field) => fieldNames[field][language]);
  const [file, ...rest] = missing.includes('phone')
    ? [...names.slice(0, -2), names.slice(-2).join(zh ? '或' : ' or ')]
    : names;
  if (rest.length === 0) return file!;
  return zh ? `${file}（或 ${rest.join(' + ')}）` : `${file} (or ${rest.join(' + ')})`;
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
