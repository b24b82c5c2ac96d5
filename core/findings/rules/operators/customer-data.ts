import { maskSensitive, sensitiveSpans } from '../../../text/sensitive.ts';
import { anyOf, defineOperator, hitIn, lacksWords } from './operator.ts';

const names = {
  'bank-card': { zh: '银行卡号', en: 'bank card' },
  'id-card': { zh: '身份证号', en: 'identity card' },
  phone: { zh: '手机号', en: 'mobile phone' },
};

/** A whole number of a customer is spoken. The evidence itself is masked. */
export const customerData = defineOperator({
  kind: 'customer-data',
  inputs: ['transcript'],
  ofText: true,
  hasPlaces: () => true,
  describe: ({ kinds }) => ({
    zh: `说出完整的${kinds.map((kind) => names[kind].zh).join('、')}`,
    en: `speaks a whole number (${kinds.map((kind) => names[kind].en).join(', ')})`,
  }),
  prepare({ kinds }, role) {
    return (call, { sentences }) => {
      const lacking = lacksWords(call, role);
      if (lacking) return lacking;
      return anyOf(
        sentences.flatMap((said) =>
          sensitiveSpans(said.sentence.text)
            .filter(({ kind }) => kinds.includes(kind))
            .map(({ start, end }) => {
              const hit = hitIn(call, said, start, end);
              const text = maskSensitive(said.sentence.text.slice(start, end));
              return { ...hit, evidence: { ...hit.evidence, text } };
            }),
        ),
      );
    };
  },
});
