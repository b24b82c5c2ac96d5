import { useQueryClient } from '@tanstack/react-query';
import { api, describeError } from '../../api.ts';
import { confirm } from '../../app/confirm.tsx';
import { useCommand } from '../../commands/dispatcher.ts';
import { useLanguage } from '../../i18n/index.ts';
import { toast } from '../../ui/toast.tsx';
import { type Entry, titleOf } from './list/entries.ts';
import { openStarters } from './own/starter-picker.tsx';
import { focusPane } from './panes.ts';
import { discard, isChanged, redo, showRule, undo, useRules } from './rules-store.ts';
import { useSetEnabled } from './use-set-enabled.ts';
import { useT } from './use-t.ts';

/** Keys of the screen that are about the list and the rule in view. */
export function useRuleCommands(shown: readonly Entry[], current: Entry | null): void {
  const setEnabled = useSetEnabled();
  const remove = useRemoval();
  const draft = useRules((state) => (current ? state.drafts[current.id] : undefined));
  const move = (by: number) => {
    const at = shown.findIndex(({ id }) => id === current?.id);
    const next = shown[Math.max(0, Math.min(shown.length - 1, at + by))];
    if (next) showRule(next.id);
  };
  const some = shown.length > 0;
  useCommand('rules.up', () => move(-1), some);
  useCommand('rules.down', () => move(1), some);
  useCommand('rules.first', () => move(-shown.length), some);
  useCommand('rules.last', () => move(shown.length), some);
  useCommand('rules.edit', () => focusPane('detail'), current !== null);
  useCommand(
    'rules.toggle',
    () => current?.rule && void setEnabled(current.rule, !current.rule.enabled),
    current?.rule != null,
  );
  useCommand('rules.add', openStarters);
  useCommand('rules.remove', () => current && void remove(current), current?.kind === 'own');
  useCommand('edit.undo', () => current && undo(current.id), (draft?.past.length ?? 0) > 0);
  useCommand('edit.redo', () => current && redo(current.id), (draft?.future.length ?? 0) > 0);
}

/** Takes an own rule away: a draft at once, a stored one after a question. */
export function useRemoval(): (entry: Entry) => Promise<void> {
  const t = useT();
  const language = useLanguage();
  const client = useQueryClient();
  return async (entry) => {
    const title = titleOf(entry.title, language) || t('untitled');
    const { id, rule } = entry;
    const yes = await confirm({ title: t('removeTitle', { title }), text: t('removeText'), action: t('remove') });
    if (!yes) return;
    if (!rule) {
      discard(id);
      return;
    }
    try {
      await api.rules.removeOwn({ id });
      if (isChanged(useRules.getState().drafts[id])) discard(id);
      await client.invalidateQueries({ queryKey: ['rules'] });
      toast(t('removed', { title }), {
        action: { label: t('common:undo'), run: () => void restore(id, title) },
        ms: 12_000,
      });
    } catch (error) {
      toast(describeError(error, language), { tone: 'error' });
    }
  };

  /** The version before the removal again. */
  async function restore(id: string, title: string): Promise<void> {
    try {
      const before = (await api.rules.history({ id })).find(({ action }) => action !== 'removed');
      if (!before) return;
      await api.rules.revert({ id, version: before.version });
      await client.invalidateQueries({ queryKey: ['rules'] });
      showRule(id);
      toast(t('restored', { title }));
    } catch (error) {
      toast(describeError(error, language), { tone: 'error' });
    }
  }
}
