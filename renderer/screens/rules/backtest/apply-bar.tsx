import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { AppliedRule } from '../../../../core/contract/index.ts';
import { api, describeError } from '../../../api.ts';
import { useCommand } from '../../../commands/dispatcher.ts';
import { useLanguage } from '../../../i18n/index.ts';
import { CommandButton } from '../../../ui/button.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { toast } from '../../../ui/toast.tsx';
import type { Entry } from '../list/entries.ts';
import { discard, useRules } from '../rules-store.ts';
import { useT } from '../use-t.ts';
import type { Subject } from '../use-work.ts';
import styles from './backtest.module.css';
import { forgetTrial, reject, stopBacktest } from './backtest-store.ts';

interface ApplyBarProps {
  entry: Entry;
  subject: Subject | null;
  changed: boolean;
}

/** The only place from which settings are stored: as the rule's next version, with a note. */
export function ApplyBar({ entry, subject, changed }: ApplyBarProps) {
  const t = useT();
  const language = useLanguage();
  const client = useQueryClient();
  const [note, setNote] = useState('');
  const [busy, setBusy] = useState(false);
  const ready = changed && subject !== null && !busy;
  const apply = async () => {
    if (!ready) return;
    setBusy(true);
    try {
      const { rule, jobId } = await store(subject, note);
      stopBacktest();
      client.setQueryData(['rules', 'get', rule.id], rule);
      await client.invalidateQueries({ queryKey: ['rules'] });
      useRules.setState({ currentId: rule.id });
      discard(entry.id);
      forgetTrial(entry.id);
      setNote('');
      toast(jobId ? t('test.applied', { n: rule.version }) : t('test.appliedSame'));
    } catch (error) {
      if (!reject(entry.id, subject, error)) toast(describeError(error, language), { tone: 'error' });
    } finally {
      setBusy(false);
    }
  };
  useCommand('rules.apply', () => void apply(), ready);
  return (
    <footer className={styles.apply}>
      <p className={styles.dim}>{changed ? t('test.applyHint') : t('test.hint')}</p>
      <div>
        <TextField
          aria-label={t('test.note')}
          placeholder={t('test.note')}
          maxLength={500}
          value={note}
          disabled={!changed}
          onChange={(event) => setNote(event.target.value)}
        />
        <CommandButton
          command="rules.apply"
          look="primary"
          showKey
          disabled={!ready}
          tip={changed ? t('test.apply') : t('test.nothingToApply')}
        >
          {t('test.apply')}
        </CommandButton>
      </div>
    </footer>
  );
}

function store(subject: Subject, note: string): Promise<AppliedRule> {
  if ('params' in subject) return api.rules.saveParams({ id: subject.ruleId, params: subject.params, note });
  const { ruleId, definition } = subject;
  return api.rules.saveOwn({ ...(ruleId === undefined ? {} : { id: ruleId }), definition, note });
}
