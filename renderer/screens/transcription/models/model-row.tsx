import type { Job, SpeechModel } from '../../../../core/contract/index.ts';
import { bytes } from '../../../i18n/format.ts';
import { useBilingual } from '../../../i18n/index.ts';
import { Button } from '../../../ui/button.tsx';
import { Tag } from '../../../ui/tag.tsx';
import { useEngines } from '../use-engines.ts';
import { useT } from '../use-t.ts';
import { ModelActions } from './model-actions.tsx';
import { ModelDetails } from './model-details.tsx';
import { speedText, stateOf } from './model-state.ts';
import { ModelStateCell } from './model-state-cell.tsx';
import styles from './models.module.css';
import { StoppedDownload } from './stopped-download.tsx';

const columns = 8;

interface ModelRowProps {
  model: SpeechModel;
  jobs: readonly Job[];
  open: boolean;
  onToggle: () => void;
}

export function ModelRow({ model, jobs, open, onToggle }: ModelRowProps) {
  const t = useT();
  const text = useBilingual();
  const engines = useEngines();
  const { known } = model;
  const state = stateOf(model, jobs);
  const unfit = engines.data?.find(({ name }) => name === model.engine)?.unavailable;
  const speed = (times: number | null | undefined) =>
    times == null ? t('common:emptyValue') : t('models.times', { n: speedText(times) });
  return (
    <>
      <tr className={model.inUse ? styles.used : undefined}>
        <th scope="row">
          <span className={styles.title}>
            {text(model.title)}
            {model.inUse && <Tag tone="accent">{t('models.inUse')}</Tag>}
            {known?.recommended && <Tag tone="pass">{t('models.recommended')}</Tag>}
            {!known && <Tag tone="line">{t('models.own')}</Tag>}
            {unfit && <Tag tone="serious">{t('unavailable')}</Tag>}
          </span>
          {text(model.title) !== model.name && <code className={styles.file}>{model.name}</code>}
        </th>
        <td className={styles.number}>{bytes(model.sizeBytes)}</td>
        <td className={styles.number}>{known ? bytes(known.memoryBytes) : t('common:emptyValue')}</td>
        <td className={styles.number}>{speed(known?.speedOffice)}</td>
        <td className={styles.number}>{speed(known?.speedServer)}</td>
        <td className={styles.number}>
          {known?.errorPercent == null ? t('common:emptyValue') : `${known.errorPercent}%`}
        </td>
        <td>
          <ModelStateCell model={model} state={state} />
        </td>
        <td>
          <span className={styles.actions}>
            <ModelActions model={model} state={state} />
            <Button small look="ghost" aria-expanded={open} onClick={onToggle}>
              {t('models.details')}
            </Button>
          </span>
        </td>
      </tr>
      {state.kind === 'stopped' && (
        <tr>
          <td colSpan={columns} className={styles.details}>
            <StoppedDownload jobId={state.job.id} />
          </td>
        </tr>
      )}
      {open && (
        <tr>
          <td colSpan={columns} className={styles.details}>
            <ModelDetails model={model} />
          </td>
        </tr>
      )}
    </>
  );
}
