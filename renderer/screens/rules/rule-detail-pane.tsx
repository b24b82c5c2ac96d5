import { useEffect } from 'react';
import type { RuleDefinition } from '../../../core/contract/index.ts';
import { describeError } from '../../api.ts';
import { useLanguage } from '../../i18n/index.ts';
import { Button, CommandButton } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { Shape } from '../../ui/shape.tsx';
import { Tag } from '../../ui/tag.tsx';
import { toast } from '../../ui/toast.tsx';
import { useRejection } from './backtest/backtest-store.ts';
import { BuiltInForm } from './form/built-in-form.tsx';
import formStyles from './form/form.module.css';
import { HistoryView } from './history/history-view.tsx';
import { type Entry, titleOf } from './list/entries.ts';
import { copyOf } from './own/copy.ts';
import { DefinitionForm } from './own/definition-form.tsx';
import { enterPane, focusPane } from './panes.ts';
import styles from './rule-detail-pane.module.css';
import { type DetailTab, discard, startOwnRule, useRules } from './rules-store.ts';
import { useT } from './use-t.ts';
import { useWork, type Work } from './use-work.ts';

/** The rule in view: its settings, or its versions. */
export function RuleDetailPane({ entry }: { entry: Entry }) {
  const t = useT();
  const language = useLanguage();
  const work = useWork(entry);
  const tab = useRules((state) => state.tab);
  const { query, content } = work;
  const loaded = content !== null;
  // Who pressed Enter before the settings were read is taken to them when they come.
  useEffect(() => {
    if (loaded) enterPane('detail');
  }, [loaded]);
  return (
    <section
      className={styles.pane}
      data-pane="detail"
      tabIndex={-1}
      aria-label={titleOf(entry.title, language)}
      onKeyDown={(event) => {
        const inList = (event.target as HTMLElement).getAttribute('aria-expanded') === 'true';
        if (event.key !== 'Escape' || event.nativeEvent.isComposing || event.keyCode === 229 || inList) return;
        focusPane('list');
      }}
    >
      <Head entry={entry} work={work} />
      <div className={styles.scroll} data-pane-body data-own-keys="Up Down Home End Delete Enter">
        {query.error && !content ? (
          <EmptyState icon="warning" title={t('failed')}>
            {describeError(query.error, language)}
          </EmptyState>
        ) : tab === 'history' && entry.rule ? (
          <HistoryView entry={entry} detail={work.detail} />
        ) : (
          content && <Settings entry={entry} work={work} />
        )}
      </div>
    </section>
  );
}

function Settings({ entry, work }: { entry: Entry; work: Work }) {
  const t = useT();
  const language = useLanguage();
  const { detail, content, problems, set } = work;
  const rejection = useRejection(entry.id, work.subject);
  const builtIn = detail && content && 'params' in content ? { detail, params: content.params } : null;
  // A refusal that names a parameter is shown at that parameter.
  const place = rejection?.detail.split(/[.:]/)[0] ?? '';
  const at = builtIn && place in builtIn.params ? place : null;
  return (
    <div className={styles.body}>
      {rejection && !at && (
        <p className={formStyles.rejected} role="alert">
          <Icon name="warning" />
          <span>
            <b>{t('rejected')}</b> {describeError(rejection.error, language)}
          </span>
        </p>
      )}
      {builtIn && (
        <BuiltInForm
          detail={builtIn.detail}
          params={builtIn.params}
          problems={problems}
          errors={rejection && at ? { [at]: describeError(rejection.error, language) } : {}}
          onChange={(params, field) => set({ params }, field)}
        />
      )}
      {content && 'definition' in content && (
        <DefinitionForm
          definition={content.definition}
          problems={new Set([...problems, ...refusedPlaces(content.definition, rejection?.detail ?? null)])}
          onChange={(definition, field) => set({ definition }, field)}
        />
      )}
    </div>
  );
}

/** Places that the core names in its refusal: by their path, or by the pattern it cannot use. */
function refusedPlaces({ conditions }: RuleDefinition, detail: string | null): string[] {
  if (detail === null) return [];
  const patterns = conditions.flatMap(({ operator }, index) =>
    operator.kind === 'regex'
      ? (['pattern', 'exclude'] as const)
          .filter((name) => detail.startsWith(`${operator[name]}: `))
          .map((name) => `conditions.${index}.operator.${name}`)
      : [],
  );
  return [detail.split(':')[0] ?? '', ...patterns];
}

function Head({ entry, work }: { entry: Entry; work: Work }) {
  const t = useT();
  const language = useLanguage();
  const tab = useRules((state) => state.tab);
  const { id, rule, kind, severity } = entry;
  const { content, changed } = work;
  const title = titleOf(entry.title, language);
  const breach = titleOf(entry.breach, language);
  return (
    <header className={styles.head}>
      <div className={styles.line}>
        <Shape kind={severity} size={13} />
        <h2 title={title}>{title || t('untitled')}</h2>
        <Tag tone={severity === 'mark' ? 'line' : severity}>
          {t(severity === 'mark' ? 'marksOnly' : `common:severity.${severity}`)}
        </Tag>
        {rule && <Tag tone="line">{t('version', { n: rule.version })}</Tag>}
        {rule && !rule.enabled && <Tag>{t('off')}</Tag>}
        {changed && <Tag tone="accent">{t(rule ? 'unsaved' : 'notStored')}</Tag>}
      </div>
      {breach !== '' && breach !== title && (
        <p className={styles.breach} title={breach}>
          {t('breachName', { breach })}
        </p>
      )}
      <div className={styles.line}>
        {rule && (
          <Segmented
            label={t('title')}
            value={tab}
            options={(['settings', 'history'] as const).map((value) => ({ value, label: t(`tab.${value}`) }))}
            onChange={(next: DetailTab) => useRules.setState({ tab: next })}
          />
        )}
        <i className={styles.gap} />
        {changed && tab === 'settings' && (
          <Button
            look="ghost"
            onClick={() => {
              const restore = discard(id);
              toast(t('discarded'), { action: { label: t('common:undo'), run: restore } });
            }}
          >
            {t('discard')}
          </Button>
        )}
        <CommandButton command="edit.undo" look="ghost" icon="undo" iconOnly disabled={!work.canUndo}>
          {t('undoChange')}
        </CommandButton>
        {kind === 'own' && content && 'definition' in content && (
          <>
            <Button look="ghost" icon="copy" iconOnly onClick={() => startOwnRule(copyOf(content.definition))}>
              {t('duplicate')}
            </Button>
            <CommandButton command="rules.remove" look="ghost" icon="trash" iconOnly>
              {t('remove')}
            </CommandButton>
          </>
        )}
      </div>
    </header>
  );
}
