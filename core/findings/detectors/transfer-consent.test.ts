import { expect, it } from 'vitest';
import { type Line, spokenCall } from '../../test-support/spoken-call.ts';
import { transferConsent } from './transfer-consent.ts';

const yes: Line = ['customer', 6, 7, '好的。'];
it.each<[string, Line[], string, string]>([
  ['with both', [['agent', 0, 5, '这个业务由专员负责，我帮您转接过去，可以吗？']], 'met', ''],
  ['agreed by the customer', [['agent', 0, 5, '需要技术部门处理，我为您转接技术部门。'], yes], 'met', ''],
  ['abruptly', [['agent', 0, 5, '我给你转过去。']], 'not_met', '转接前没有说明原因、征得同意。'],
  ['in traditional characters', [['agent', 0, 5, '我幫您轉接。']], 'not_met', '转接前没有说明原因、征得同意。'],
])('a transfer %s', (_how, lines, verdict, reason) => {
  const outcome = transferConsent.detect(spokenCall(lines));
  expect(outcome.verdict).toBe(verdict);
  if (reason) expect(outcome.reason.zh).toBe(reason);
});

it.each(['携号转网需要先查询资格。', '这边没办法转接人工。'])('%s is no transfer', (text) => {
  expect(transferConsent.detect(spokenCall([['agent', 0, 5, text]])).reason.en).toBe('no occasion');
});
