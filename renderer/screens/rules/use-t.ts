import { useTranslation } from '../../i18n/index.ts';

/** Texts of this screen; common ones as t('common:…'). */
export const useT = () => useTranslation(['rules', 'common']).t;
