import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { api } from '../../api.ts';
import { useBilingual, useTranslation } from '../../i18n/index.ts';
import { Switch } from '../../ui/checkbox.tsx';
import { Field, FieldGroup } from './field.tsx';
import { TextSetting } from './text-setting.tsx';
import { useSetting } from './use-setting.ts';

const rates = [0.75, 1, 1.25, 1.5, 1.75, 2];

export function ReviewPage() {
  const { t } = useTranslation('settings');
  const text = useBilingual();
  const templates = useQuery({ queryKey: ['templates', 'list'], queryFn: () => api.templates.list() });
  const [template, setTemplate] = useSetting('defaultTemplate');
  const chosen = templates.data?.find(({ id }) => id === template);
  const [rewind, setRewind] = useSetting('rewindOnResume');
  const [rate, setRate] = useSetting('playbackRate');
  const [skipSilence, setSkipSilence] = useSetting('skipSilence');
  const [autoPlayNext, setAutoPlayNext] = useSetting('autoPlayNext');
  const [agentSide, setAgentSide] = useSetting('agentSide');
  const [pauseWhileTyping, setPauseWhileTyping] = useSetting('pauseWhileTyping');
  return (
    <FieldGroup>
      <Field label={t('defaultTemplate')} hint={chosen?.notes && text(chosen.notes)}>
        <Select
          style={{ width: 240 }}
          aria-label={t('defaultTemplate')}
          value={template}
          options={(templates.data ?? []).map((item) => ({
            value: item.id,
            label: `${text(item.title)} v${item.version}`,
          }))}
          onChange={setTemplate}
        />
      </Field>
      <Field label={t('agentSide')} hint={t('agentSideHint')}>
        <Select
          style={{ width: 240 }}
          aria-label={t('agentSide')}
          value={agentSide}
          options={(['left', 'right', 'decide'] as const).map((value) => ({ value, label: t(`agentSides.${value}`) }))}
          onChange={setAgentSide}
        />
      </Field>
      <Field label={t('playbackRate')}>
        <Select
          style={{ width: 240 }}
          aria-label={t('playbackRate')}
          value={rate}
          options={rates.map((value) => ({ value, label: `${value}×` }))}
          onChange={setRate}
        />
      </Field>
      <Field label={t('rewind')} hint={t('rewindHint')}>
        <TextSetting
          label={t('rewind')}
          value={String(rewind)}
          valid={(value) => /^[0-5](\.\d)?$/.test(value.trim()) && Number(value) <= 5}
          onSave={(value) => setRewind(Number(value))}
        />
      </Field>
      <Toggle label={t('skipSilence')} value={skipSilence} onChange={setSkipSilence} />
      <Toggle label={t('autoPlayNext')} value={autoPlayNext} onChange={setAutoPlayNext} />
      <Toggle label={t('pauseWhileTyping')} value={pauseWhileTyping} onChange={setPauseWhileTyping} />
    </FieldGroup>
  );
}

function Toggle({ label, value, onChange }: { label: string; value: boolean; onChange: (value: boolean) => void }) {
  return (
    <div style={{ padding: '6px 16px', borderBottom: '1px solid var(--line)' }}>
      <Switch checked={value} onChange={onChange}>
        {label}
      </Switch>
    </div>
  );
}
