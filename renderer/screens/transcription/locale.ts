import { defineLocale } from '../../i18n/define-locale.ts';
import { en } from './locale-en.ts';
import { zh } from './locale-zh.ts';

export const transcription = defineLocale({ zh, en });
