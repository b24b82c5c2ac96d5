import { useTranslation } from '../../i18n/index.ts';
import { Segmented } from '../../ui/segmented.tsx';
import { Field, FieldGroup } from './field.tsx';
import { TextSetting } from './text-setting.tsx';
import { useSetting } from './use-setting.ts';

export function PersonPage() {
  const { t } = useTranslation('settings');
  const [inspector, setInspector] = useSetting('inspector');
  const [organisation, setOrganisation] = useSetting('organisation');
  const [language, setLanguage] = useSetting('language');
  const [theme, setTheme] = useSetting('theme');
  const [goal, setGoal] = useSetting('dailyGoal');
  return (
    <FieldGroup>
      <Field label={t('inspector')} hint={t('inspectorHint')}>
        <TextSetting label={t('inspector')} value={inspector} onSave={setInspector} />
      </Field>
      <Field label={t('organisation')} hint={t('organisationHint')}>
        <TextSetting label={t('organisation')} value={organisation} onSave={setOrganisation} />
      </Field>
      <Field label={t('language')}>
        <Segmented
          label={t('language')}
          value={language}
          options={[
            { value: 'zh', label: '中文' },
            { value: 'en', label: 'English' },
          ]}
          onChange={setLanguage}
        />
      </Field>
      <Field label={t('theme')}>
        <Segmented
          label={t('theme')}
          value={theme}
          options={(['system', 'light', 'dark'] as const).map((value) => ({ value, label: t(`themes.${value}`) }))}
          onChange={setTheme}
        />
      </Field>
      <Field label={t('dailyGoal')}>
        <TextSetting
          label={t('dailyGoal')}
          value={String(goal)}
          valid={(text) => /^[1-9]\d{0,2}$/.test(text.trim())}
          onSave={(text) => setGoal(Number(text))}
        />
      </Field>
    </FieldGroup>
  );
}
