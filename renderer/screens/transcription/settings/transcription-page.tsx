/** How recordings are transcribed: engine, model, language, and the house's own words. */
import { Select } from 'antd';
import { defaultSettings, modelsOf, SpokenLanguage } from '../../../../core/contract/index.ts';
import { openSettings } from '../../../app/navigation.ts';
import { useBilingual } from '../../../i18n/index.ts';
import { Button } from '../../../ui/button.tsx';
import { Switch } from '../../../ui/checkbox.tsx';
import { Field, FieldGroup } from '../../settings/field.tsx';
import { TextSetting } from '../../settings/text-setting.tsx';
import { useSetting } from '../../settings/use-setting.ts';
import { useEngines, useModels } from '../use-engines.ts';
import { useT } from '../use-t.ts';
import { BuildEngine } from './build-engine.tsx';
import styles from './transcription-page.module.css';
import { VocabularySetting } from './vocabulary-setting.tsx';

const wide = { width: 280 };

export function TranscriptionPage() {
  const t = useT();
  return (
    <FieldGroup>
      <EngineField />
      <ModelField />
      <LanguageFields />
      <VocabularySetting />
      <MirrorField />
      <AfterImport label={t('afterImport')} />
    </FieldGroup>
  );
}

function EngineField() {
  const t = useT();
  const text = useBilingual();
  const engines = useEngines();
  const [engine, setEngine] = useSetting('transcriptionEngine');
  const [, setModel] = useSetting('transcriptionModel');
  const unfit = (engines.data ?? []).filter(({ unavailable }) => unavailable !== null);
  return (
    <>
      <Field label={t('engine')} hint={t('engineHint')}>
        <Select
          style={wide}
          aria-label={t('engine')}
          value={engine}
          loading={engines.isPending}
          options={(engines.data ?? []).map(({ name, title, unavailable }) => ({
            value: name,
            label: unavailable ? `${text(title)}（${t('unavailable')}）` : text(title),
            disabled: unavailable !== null && name !== engine,
          }))}
          onChange={(next) => {
            setEngine(next);
            // A model serves one engine only.
            setModel('');
          }}
        />
      </Field>
      {unfit.map(({ name, unavailable, toBuild }) =>
        toBuild ? (
          <BuildEngine key={name} />
        ) : (
          <p key={name} className={styles.warning} role="status">
            {unavailable && text(unavailable)}
          </p>
        ),
      )}
    </>
  );
}

function ModelField() {
  const t = useT();
  const text = useBilingual();
  const models = useModels();
  const [engine] = useSetting('transcriptionEngine');
  const [model, setModel] = useSetting('transcriptionModel');
  const fitting = (models.data ?? []).filter((one) => one.present && one.engine === modelsOf[engine]);
  return (
    <Field label={t('model')} hint={t('modelHint')}>
      <span className={styles.model}>
        {fitting.length === 0 ? (
          <span className={styles.none}>{t('modelNone')}</span>
        ) : (
          <Select
            style={wide}
            aria-label={t('model')}
            value={fitting.some(({ name }) => name === model) ? model : ''}
            options={[
              { value: '', label: t('modelAny') },
              ...fitting.map(({ name, title }) => ({ value: name, label: text(title) })),
            ]}
            onChange={setModel}
          />
        )}
        <Button onClick={() => openSettings('models')}>{t('toModels')}</Button>
      </span>
    </Field>
  );
}

function LanguageFields() {
  const t = useT();
  const [language, setLanguage] = useSetting('transcriptionLanguage');
  const [threads, setThreads] = useSetting('transcriptionThreads');
  const cores = Math.max(1, navigator.hardwareConcurrency);
  const counts = [1, 2, 3, 4, 6, 8, 12, 16].filter((count) => count <= cores || count === threads);
  return (
    <>
      <Field label={t('language')}>
        <Select
          style={wide}
          aria-label={t('language')}
          value={language}
          options={SpokenLanguage.options.map((value) => ({ value, label: t(`languages.${value}`) }))}
          onChange={setLanguage}
        />
      </Field>
      <Field label={t('threads')} hint={t('threadsHint')}>
        <Select
          style={wide}
          aria-label={t('threads')}
          value={threads}
          options={[0, ...counts].map((value) => ({ value, label: value === 0 ? t('threadsAuto') : String(value) }))}
          onChange={setThreads}
        />
      </Field>
    </>
  );
}

function MirrorField() {
  const t = useT();
  const [mirror, setMirror] = useSetting('modelMirror');
  return (
    <Field label={t('mirror')} hint={t('mirrorHint')}>
      <span className={styles.model}>
        <TextSetting label={t('mirror')} value={mirror} valid={isAddress} onSave={setMirror} />
        <Button
          disabled={mirror === defaultSettings.modelMirror}
          onClick={() => setMirror(defaultSettings.modelMirror)}
        >
          {t('mirrorDefault')}
        </Button>
      </span>
    </Field>
  );
}

function isAddress(text: string): boolean {
  return /^https?:\/\//i.test(text.trim()) && URL.canParse(text.trim());
}

function AfterImport({ label }: { label: string }) {
  const [on, setOn] = useSetting('transcribeAfterImport');
  return (
    <div className={styles.toggle}>
      <Switch checked={on} onChange={setOn}>
        {label}
      </Switch>
    </div>
  );
}
