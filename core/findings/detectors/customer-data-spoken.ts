import { z } from 'zod';
import { maskSensitive, type SensitiveKind, sensitiveSpans } from '../../text/sensitive.ts';
import { quoteText } from '../call.ts';
import { defineDetector } from '../define-detector.ts';
import { met, notMet } from '../outcome.ts';

const names: Record<SensitiveKind, { zh: string; en: string }> = {
  'bank-card': { zh: '银行卡号', en: 'bank card' },
  'id-card': { zh: '身份证号', en: 'identity card' },
  phone: { zh: '手机号', en: 'mobile phone' },
};

/** Whole numbers of the customer that are spoken, by whomever: places to redact. The evidence itself is masked. */
export const customerDataSpoken = defineDetector({
  id: 'customer-data-spoken',
  version: 1,
  title: { zh: '通话中没有说出完整的客户号码', en: 'No whole customer numbers are spoken' },
  breach: { zh: '说出了完整的客户号码', en: 'Whole customer number spoken' },
  severity: 'minor',
  needs: ['transcript'],
  params: z.object({
    kinds: z
      .array(z.enum(['bank-card', 'id-card', 'phone']))
      .default(['bank-card', 'id-card', 'phone'])
      .meta({ label: { zh: '号码种类', en: 'Kinds of numbers' } }),
  }),
  detect(call, { kinds }) {
    const found = (call.transcript?.sentences ?? []).flatMap((sentence) =>
      sensitiveSpans(sentence.text)
        .filter(({ kind }) => kinds.includes(kind))
        .map(({ kind, start, end }) => {
          const evidence = quoteText(call, sentence, start, end);
          return { kind, evidence: { ...evidence, text: maskSensitive(sentence.text.slice(start, end)) } };
        }),
    );
    if (found.length === 0)
      return met('没有说出完整的客户号码。', 'No whole customer numbers are spoken.', { value: 0 });
    const said = [...new Set(found.map(({ kind }) => kind))].map((kind) => names[kind]);
    return notMet(
      `说出了完整的${said.map(({ zh }) => zh).join('、')}，导出前应脱敏。`,
      `A whole number is spoken (${said.map(({ en }) => en).join(', ')}): redact it before export.`,
      { evidence: found.map(({ evidence }) => evidence), value: found.length },
    );
  },
});
