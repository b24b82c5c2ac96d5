import type { Bilingual } from '../../../contract/index.ts';
import type { Call } from '../../call.ts';
import { type Answer, defineOperator, fails, type OperatorOf, unknown } from './operator.ts';

type RecordOperator = OperatorOf<'record'>;
type Field = RecordOperator['field'];

const names: Record<Exclude<Field, 'column'>, Bilingual> = {
  agentNo: { zh: '工号', en: 'service number' },
  team: { zh: '班组', en: 'team' },
  business: { zh: '业务类型', en: 'kind of business' },
  direction: { zh: '呼叫方向', en: 'direction' },
  durationSeconds: { zh: '录音时长（秒）', en: 'length in seconds' },
  talkSeconds: { zh: '通话时长（秒）', en: 'talk time in seconds' },
  ringSeconds: { zh: '振铃时长（秒）', en: 'ringing in seconds' },
  hangupBy: { zh: '挂机方', en: 'who hung up' },
  satisfaction: { zh: '满意度', en: 'satisfaction' },
};
const signs: Record<RecordOperator['compare'], string> = {
  is: '=',
  'is-not': '≠',
  contains: '∋',
  'one-of': '∈',
  over: '>',
  'at-least': '≥',
  under: '<',
  'at-most': '≤',
};

/** A field of the call or its call record. Without a value it cannot tell. */
export const record = defineOperator({
  kind: 'record',
  inputs: ['call-record'],
  ofText: false,
  hasPlaces: () => false,
  describe(operator) {
    const { zh, en } = nameOf(operator);
    const rest = `${signs[operator.compare]} ${operator.values.slice(0, 5).join(', ')}`;
    return { zh: `${zh} ${rest}`, en: `${en} ${rest}` };
  },
  prepare(operator) {
    const { compare } = operator;
    const wanted = operator.values.map(folded);
    const numbers = operator.values.map(numberOf);
    const name = nameOf(operator);
    return (call) => {
      const value = fieldOf(call, operator);
      if (value === null) return unknown(`话单中没有${name.zh}。`, `The record has no ${name.en}.`);
      const number = numberOf(value);
      const same = (index: number) =>
        folded(value) === wanted[index] || (number !== null && number === numbers[index] && !isText(operator.field));
      const anySame = wanted.some((_, index) => same(index));
      if (compare === 'is' || compare === 'one-of') return verdict(anySame);
      if (compare === 'is-not') return verdict(!anySame);
      if (compare === 'contains') return verdict(wanted.some((part) => folded(value).includes(part)));
      const limit = numbers[0] ?? null;
      if (number === null || limit === null) return unknown(`${name.zh}不是数字。`, `${name.en} is no number.`);
      if (compare === 'over') return verdict(number > limit);
      if (compare === 'at-least') return verdict(number >= limit);
      if (compare === 'under') return verdict(number < limit);
      return verdict(number <= limit);
    };
  },
});

const verdict = (holds: boolean): Answer => (holds ? { state: 'holds', hits: [] } : fails);
const nameOf = ({ field, column }: RecordOperator): Bilingual =>
  field === 'column' ? { zh: `“${column}”`, en: `“${column}”` } : names[field];
/** 工号 are text: 008 is not 8. */
const isText = (field: Field) => field === 'agentNo';
const folded = (text: string) => text.normalize('NFKC').trim().toLowerCase();
const numberOf = (text: string) => (/^[+-]?\d+(\.\d+)?%?$/.test(folded(text)) ? Number.parseFloat(folded(text)) : null);

function fieldOf({ recording, callRecord }: Call, { field, column }: RecordOperator): string | null {
  const value = ((): string | number | null | undefined => {
    switch (field) {
      case 'agentNo':
      case 'team':
      case 'business':
      case 'direction':
        return recording[field];
      case 'durationSeconds':
        return recording.durationS;
      case 'column':
        return columnOf(callRecord?.row, column);
      default:
        return callRecord?.[field];
    }
  })();
  const text = value === null || value === undefined ? '' : String(value).trim();
  return text === '' ? null : text;
}

function columnOf(row: string | undefined, column: string): string | number | null {
  if (row === undefined) return null;
  const cells = JSON.parse(row) as Record<string, unknown>;
  const value = Object.entries(cells).find(([heading]) => folded(heading) === folded(column))?.[1];
  return typeof value === 'string' || typeof value === 'number' ? value : null;
}
