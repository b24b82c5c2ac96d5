import { defineLocale } from '../../i18n/define-locale.ts';
import { en } from './locale-en.ts';
import { zh } from './locale-zh.ts';

export const rules = defineLocale({ zh, en });
