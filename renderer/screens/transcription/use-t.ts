import { useTranslation } from '../../i18n/index.ts';

/** Texts of this room; common ones as t('common:…'). */
export const useT = () => useTranslation(['transcription', 'common']).t;
