import { useQueryClient } from '@tanstack/react-query';
import type { Rule } from '../../../core/contract/index.ts';
import { api, describeError } from '../../api.ts';
import { useLanguage } from '../../i18n/index.ts';
import { toast } from '../../ui/toast.tsx';
import { titleOf } from './list/entries.ts';
import { useT } from './use-t.ts';

/** Switches a rule on or off at once; the message offers the way back. */
export function useSetEnabled(): (rule: Rule, enabled: boolean) => Promise<void> {
  const t = useT();
  const language = useLanguage();
  const client = useQueryClient();
  const set = async (rule: Rule, enabled: boolean): Promise<void> => {
    try {
      await api.rules.setEnabled({ id: rule.id, enabled });
      await client.invalidateQueries({ queryKey: ['rules'] });
      const title = titleOf(rule.title, language);
      toast(t(enabled ? 'enabled' : 'disabled', { title }), {
        action: { label: t('common:undo'), run: () => void set(rule, !enabled) },
      });
    } catch (error) {
      toast(describeError(error, language), { tone: 'error' });
    }
  };
  return set;
}
