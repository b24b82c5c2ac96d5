import { expect, it } from 'vitest';
import { agentSays, spokenCall } from '../../test-support/spoken-call.ts';
import { pushingOff } from './pushing-off.ts';

it.each([
  ['这个不归我管，你找别人', ['不归我管', '你找别人']],
  ['跟我們沒關係', ['跟我們沒關係']],
  ['我帮您转接到负责的同事', []],
  ['您说跟我们没关系，我理解您的心情', []],
])('pushing-off in %s', (text, phrases) => {
  const outcome = pushingOff.detect(spokenCall(agentSays(text)));
  expect(outcome.evidence.map((piece) => piece.text)).toEqual(phrases);
  expect(outcome.verdict).toBe(phrases.length > 0 ? 'not_met' : 'met');
});
