import type { PhraseGroup } from './phrase-list.ts';

/** Sends the customer away instead of taking care (推诿), against first-contact responsibility (首问责任制). */
export const pushingOffPhrases: PhraseGroup = {
  id: 'pushing-off',
  title: { zh: '推诿', en: 'Pushing off' },
  phrases: [
    ...['不归我管', '不归我们管', '不归我负责', '不是我管', '不是我负责', '不是我们负责', '不是我的事', '不是我的责任'],
    ...[
      '不关我事',
      '不关我的事',
      '不关我们的事',
      '跟我没关系',
      '跟我没有关系',
      '跟我们没关系',
      '和我没关系',
      '与我无关',
    ],
    ...['我管不了', '我们管不了', '我管不着', '你找别人', '你去找别人', '你问别人', '你去问别人', '你找他们去'],
    ...['又不是我弄的', '不是我弄的', '不是我办的', '谁办的你找谁', '谁给你办的找谁', '你自己想办法'],
  ],
  patterns: [
    /这(?:个|事|种事)?(?:我|我们)(?:可)?不管(?![是您你在怎什哪多有如用])/,
    /(?:你|您)(?:自己)?(?:去)?打(?:别的|其他)(?:电话|号码)吧/,
  ],
};
