import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { api, describeError } from '../../api.ts';
import { useCommand } from '../../commands/dispatcher.ts';
import { useLanguage } from '../../i18n/index.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { SidePane } from '../../ui/side-pane.tsx';
import { BacktestPanel } from './backtest/backtest-panel.tsx';
import { useTestTotals } from './backtest/backtest-store.ts';
import { entriesOf } from './list/entries.ts';
import { RuleList } from './list/rule-list.tsx';
import { StarterPicker } from './own/starter-picker.tsx';
import { stepPane } from './panes.ts';
import { RuleDetailPane } from './rule-detail-pane.tsx';
import styles from './rules-screen.module.css';
import { showRule, useRules } from './rules-store.ts';
import { useRuleCommands } from './use-rule-commands.ts';
import { useT } from './use-t.ts';

export function RulesScreen() {
  const t = useT();
  const language = useLanguage();
  const { q, currentId, drafts } = useRules();
  const rules = useQuery({ queryKey: ['rules', 'list'], queryFn: () => api.rules.list() });
  const all = useMemo(() => entriesOf(rules.data ?? [], drafts, ''), [rules.data, drafts]);
  const shown = useMemo(() => entriesOf(rules.data ?? [], drafts, q), [rules.data, drafts, q]);
  const current = all.find(({ id }) => id === currentId) ?? null;
  useEffect(() => {
    if (rules.data && !current && all[0]) showRule(all[0].id);
  }, [rules.data, current, all]);
  useTestTotals();
  useRuleCommands(shown, current);
  useCommand('view.next-pane', () => stepPane(1));
  useCommand('view.previous-pane', () => stepPane(-1));
  if (rules.error)
    return (
      <EmptyState icon="warning" title={t('failed')}>
        {describeError(rules.error, language)}
      </EmptyState>
    );
  return (
    <div className={styles.screen}>
      <SidePane side="start" icon="table" label={t('title')} className={styles.list}>
        <RuleList entries={shown} current={current} loading={rules.isPending} />
      </SidePane>
      {current ? <RuleDetailPane key={`detail ${current.id}`} entry={current} /> : <div className={styles.blank} />}
      {current ? <BacktestPanel key={`test ${current.id}`} entry={current} /> : <div className={styles.blank} />}
      <StarterPicker />
    </div>
  );
}
