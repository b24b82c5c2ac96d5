/** The models that there are and those that can be had: what each costs, what is known of it, and what to do with it. */
import { useState } from 'react';
import { describeError } from '../../../api.ts';
import { useLanguage } from '../../../i18n/index.ts';
import { Button } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Tip } from '../../../ui/tip.tsx';
import { useJobList } from '../queue/use-job-list.ts';
import { useModels } from '../use-engines.ts';
import { useT } from '../use-t.ts';
import { AddModelDialog } from './add-model-dialog.tsx';
import { ModelRow } from './model-row.tsx';
import styles from './models.module.css';
import { Separation } from './separation.tsx';

export function ModelsPage() {
  const t = useT();
  const language = useLanguage();
  const models = useModels();
  const jobs = useJobList();
  const [adding, setAdding] = useState(false);
  const [open, setOpen] = useState<string | null>(null);
  if (models.error)
    return (
      <EmptyState icon="warning" title={t('models.failed')}>
        {describeError(models.error, language)}
      </EmptyState>
    );
  if (!models.data) return null;
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <p>{t('models.intro')}</p>
        <Button icon="plus" onClick={() => setAdding(true)}>
          {t('models.add')}
        </Button>
      </header>
      {!models.data.some(({ present }) => present) && (
        <p className={styles.none} role="status">
          <Icon name="info" />
          <span>
            <b>{t('models.none')}</b>
            {t('models.noneHint')}
          </span>
        </p>
      )}
      <table className={styles.table}>
        <thead>
          <tr>
            <th>{t('models.name')}</th>
            <th className={styles.number}>{t('models.size')}</th>
            <th className={styles.number}>{t('models.memory')}</th>
            <NumberHead text={t('models.office')} tip={t('models.officeHint')} />
            <NumberHead text={t('models.server')} tip={t('models.serverHint')} />
            <NumberHead text={t('models.errors')} tip={t('models.errorsHint')} />
            <th>{t('models.state')}</th>
            <th />
          </tr>
        </thead>
        <tbody>
          {models.data.map((model) => (
            <ModelRow
              key={model.name}
              model={model}
              jobs={jobs}
              open={open === model.name}
              onToggle={() => setOpen(open === model.name ? null : model.name)}
            />
          ))}
        </tbody>
      </table>
      <Separation />
      {adding && <AddModelDialog onClose={() => setAdding(false)} />}
    </div>
  );
}

function NumberHead({ text, tip }: { text: string; tip: string }) {
  return (
    <th className={styles.number}>
      <Tip text={tip}>
        <span className={styles.hinted}>
          {text}
          <span className="visually-hidden">{tip}</span>
        </span>
      </Tip>
    </th>
  );
}
