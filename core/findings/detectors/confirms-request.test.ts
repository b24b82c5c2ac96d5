import { expect, it } from 'vitest';
import { type Line, spokenCall } from '../../test-support/spoken-call.ts';
import { confirmsRequest } from './confirms-request.ts';

const detect = (request: string, answer: string | null, params = {}) => {
  const lines: Line[] = [['customer', 0, 3, request]];
  if (answer !== null) lines.push(['agent', 4, 6, answer]);
  else lines.unshift(['agent', 0, 0.5, '您好']);
  return confirmsRequest.detect(spokenCall(lines), params);
};

it('points at the confirmation, or at the request that had none', () => {
  expect(detect('单号是三三零零二二', '三三零零二二，对吗？')).toMatchObject({
    verdict: 'met',
    evidence: [{ channel: 0 }],
  });
  expect(detect('单号是三三零零二二', '好的，在路上。')).toMatchObject({
    verdict: 'not_met',
    evidence: [{ text: '单号是三三零零二二', channel: 1 }],
  });
});

it('is asked from as many digits as the library says', () => {
  expect(detect('尾号是三三零二', '好的，在路上。').verdict).toBe('not_met');
  expect(detect('尾号是三三零二', '好的，在路上。', { digits: 6 }).verdict).not.toBe('not_met');
});

it('has no occasion where all is clear, and cannot tell when nobody answers', () => {
  expect(detect('怎么充值', '在网厅充值。')).toMatchObject({ verdict: 'met', occasion: false });
  expect(detect('单号是三三零零二二', null).verdict).toBe('cannot_tell');
  expect(confirmsRequest.detect(spokenCall(null)).verdict).toBe('cannot_tell');
});
