import { go, setQuery, useNavigation } from '../../../app/navigation.ts';
import { useTranslation } from '../../../i18n/index.ts';
import { Button } from '../../../ui/button.tsx';
import styles from './scope-bar.module.css';
import { scopeParts, without } from './scope-parts.ts';
import { useScopeWords } from './use-scope-words.ts';

/** Says in words which calls the list holds; each part can be taken away. Nothing while the list holds all calls. */
export function ScopeBar({ total }: { total: number }) {
  const { t } = useTranslation(['library', 'common']);
  const filter = useNavigation((state) => state.query.filter);
  const from = useNavigation((state) => state.from);
  const words = useScopeWords(filter);
  const parts = words ? scopeParts(filter, words) : [];
  if (parts.length === 0) return null;
  return (
    <section className={styles.bar} aria-label={t('scope.title')}>
      {from && (
        <Button small look="ghost" icon="left" onClick={() => go(from)}>
          {t('scope.back', { screen: t(`common:screen.${from}`) })}
        </Button>
      )}
      <ul className={styles.parts}>
        {parts.map(({ keys, text }) => (
          <li key={keys[0]} className={styles.part}>
            <span title={text}>{text}</span>
            <Button
              small
              look="ghost"
              icon="close"
              iconOnly
              onClick={() => setQuery({ filter: without(filter, keys) })}
            >
              {t('scope.remove', { part: text })}
            </Button>
          </li>
        ))}
      </ul>
      <b className={styles.total}>{t('scope.total', { n: total.toLocaleString() })}</b>
    </section>
  );
}
