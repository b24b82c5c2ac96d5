import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { RuleDetail, RuleVersion } from '../../../../core/contract/index.ts';
import { api, describeError } from '../../../api.ts';
import { useSettings } from '../../../app/settings.ts';
import { dateTime } from '../../../i18n/format.ts';
import { useLanguage } from '../../../i18n/index.ts';
import { Button } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Tag } from '../../../ui/tag.tsx';
import { toast } from '../../../ui/toast.tsx';
import { forgetTrial } from '../backtest/backtest-store.ts';
import { fieldsOf } from '../form/params-schema.ts';
import type { Entry } from '../list/entries.ts';
import { discard, useRules } from '../rules-store.ts';
import { useT } from '../use-t.ts';
import styles from './history.module.css';
import { differences } from './version-diff.ts';

/** Every version of the rule, newest first: who, when, why, what changed; an earlier one can be brought back. */
export function HistoryView({ entry, detail }: { entry: Entry; detail: RuleDetail | null }) {
  const t = useT();
  const language = useLanguage();
  const { id } = entry;
  const history = useQuery({ queryKey: ['rules', 'history', id], queryFn: () => api.rules.history({ id }) });
  const [busy, revert] = useRevert(id);
  if (history.error)
    return (
      <EmptyState icon="warning" title={t('failed')}>
        {describeError(history.error, language)}
      </EmptyState>
    );
  if (!history.data) return null;
  if (history.data.length === 0) return <EmptyState icon="clock" title={t('history.empty')} />;
  const fields = fieldsOf(detail?.paramsSchema ?? null);
  return (
    <ol className={styles.versions}>
      {history.data.map((version, index) => (
        <li key={`${version.version} ${version.action}`} className={styles.version}>
          <VersionHead version={version} current={index === 0} />
          {version.note && <p className={styles.note}>{version.note}</p>}
          <Changes
            list={differences(history.data[index + 1] ?? null, version, { fields, t, language })}
            first={index === history.data.length - 1}
          />
          {index > 0 && version.action !== 'removed' && (
            <Button small disabled={busy} onClick={() => void revert(version.version)}>
              {t('history.revert')}
            </Button>
          )}
        </li>
      ))}
    </ol>
  );
}

function VersionHead({ version, current }: { version: RuleVersion; current: boolean }) {
  const t = useT();
  const zone = useSettings((settings) => settings.timeZone);
  const { at, who, action } = version;
  return (
    <header className={styles.head}>
      <b>{t('version', { n: version.version })}</b>
      <span>{t(`history.action.${action}`)}</span>
      {current && <Tag tone="accent">{t('history.current')}</Tag>}
      <i />
      {at !== null && (
        <span className={styles.dim}>
          {who || t('history.nobody')} · {dateTime(at, zone)}
        </span>
      )}
    </header>
  );
}

function Changes({ list, first }: { list: ReturnType<typeof differences>; first: boolean }) {
  const t = useT();
  if (list.length === 0) return first ? null : <p className={styles.dim}>{t('history.noChange')}</p>;
  return (
    <dl className={styles.changes}>
      {list.map(({ label, before, after }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            {before && <del>{before}</del>}
            {after && <ins>{after}</ins>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function useRevert(id: string): [busy: boolean, revert: (version: number) => Promise<void>] {
  const t = useT();
  const language = useLanguage();
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const revert = async (version: number) => {
    setBusy(true);
    try {
      await api.rules.revert({ id, version });
      if (useRules.getState().drafts[id]) discard(id);
      forgetTrial(id);
      await client.invalidateQueries({ queryKey: ['rules'] });
      toast(t('history.reverted', { n: version }));
    } catch (error) {
      toast(describeError(error, language), { tone: 'error' });
    } finally {
      setBusy(false);
    }
  };
  return [busy, revert];
}
