import { useMutation, useQuery } from '@tanstack/react-query';
import { api, describeError } from '../../api.ts';
import { host } from '../../host.ts';
import { useLanguage, useTranslation } from '../../i18n/index.ts';
import { Button } from '../../ui/button.tsx';
import { Switch } from '../../ui/checkbox.tsx';
import { Field, FieldGroup } from './field.tsx';
import styles from './library-page.module.css';
import { TextSetting } from './text-setting.tsx';
import { useSetting } from './use-setting.ts';

const isZone = (zone: string) => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone.trim() });
    return true;
  } catch {
    return false;
  }
};

export function LibraryPage() {
  const { t } = useTranslation('settings');
  const language = useLanguage();
  const info = useQuery({ queryKey: ['app', 'info'], queryFn: () => api.app.info() });
  const verify = useMutation({ mutationFn: () => api.app.verify() });
  const [zone, setZone] = useSetting('timeZone');
  const [copyIn, setCopyIn] = useSetting('copyIn');
  return (
    <>
      <FieldGroup>
        <Field label={t('place')} {...(info.data ? { hint: info.data.library } : {})}>
          {host.revealInFolder && info.data && (
            <Button icon="folder" onClick={() => void host.revealInFolder?.(info.data.library)}>
              {t('place')}
            </Button>
          )}
        </Field>
        <Field label={t('timeZone')} hint={t('timeZoneHint')}>
          <TextSetting label={t('timeZone')} value={zone} valid={isZone} onSave={setZone} />
        </Field>
        <div className={styles.toggle}>
          <Switch checked={copyIn} onChange={setCopyIn}>
            {t('copyIn')}
          </Switch>
        </div>
        <Field label={t('verify')} hint={t('verifyHint')}>
          <Button disabled={verify.isPending} onClick={() => verify.mutate()}>
            {verify.isPending ? t('verifying') : t('verify')}
          </Button>
        </Field>
        <Field label={t('version')}>
          <span>{info.data?.version}</span>
        </Field>
      </FieldGroup>
      <div className={styles.result} role="status">
        {verify.error && describeError(verify.error, language)}
        {verify.data &&
          (verify.data.ok
            ? t('verifyOk', { n: verify.data.checked })
            : t('verifyBad', { n: verify.data.checked, bad: verify.data.problems.length }))}
        <ul>
          {verify.data?.problems.map((problem) => (
            <li key={`${problem.code}${problem.file}`}>
              <b>{problem.file}</b> {problem.detail}
            </li>
          ))}
        </ul>
      </div>
    </>
  );
}
