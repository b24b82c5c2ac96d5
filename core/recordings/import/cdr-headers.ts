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
  preferNumbers(mapping, names, taken);
  pairDateWithTime(mapping, names, taken);
  return mapping;
}

/** 客服 beside 客服ID holds names. */
const bare = /^(?:接听|处理)?(?:坐席|座席|客服|话务员|专员|agent|operator)$/;

/** A column that only says whose it is yields to one that says that it holds the 工号, and names the person instead. */
function preferNumbers(mapping: CdrMapping, names: readonly string[], taken: Set<number>): void {
  const { agentId } = mapping;
  if (agentId === undefined || !bare.test(names[agentId]!)) return;
  const column = names.findIndex((name, at) => !taken.has(at) && composed.agentId!.test(name));
  if (column < 0) return;
  mapping.agentId = column;
  taken.add(column);
  if (!has(mapping, 'agentName')) mapping.agentName = agentId;
}

const dateOnly =
  /^(?:(?:local|call|record(?:ing)?|segment|session)?(?:start|begin)?date|(?:开始|起始|通话|呼叫|录音|来电)?日期)$/;

/** Start Date beside Start Time: each holds half of the moment. */
function pairDateWithTime(mapping: CdrMapping, names: readonly string[], taken: Set<number>): void {
  if (!has(mapping, 'startedAt') || has(mapping, 'startedDate')) return;
  const column = names.findIndex((name, at) => !taken.has(at) && dateOnly.test(name));
  if (column < 0) return;
  mapping.startedDate = column;
  taken.add(column);
}

/** Required meanings without a column: the audio file's name, or a start time together with agent or number. */
export function missingFields(mapping: CdrMapping): CdrField[] {
  const party = (['agentId', 'agentName', 'phone', 'caller', 'callee'] as const).some((field) => has(mapping, field));
  // A column called date may hold the time of day too; rows in which it does not are told one by one.
  const start = has(mapping, 'startedAt') || has(mapping, 'startedDate');
  if (has(mapping, 'file') || (start && party)) return [];
  const missing: CdrField[] = ['file'];
  if (!start) missing.push('startedAt');
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
