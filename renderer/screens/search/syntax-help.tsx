import { run } from '../../commands/dispatcher.ts';
import { useTranslation } from '../../i18n/index.ts';
import { ask } from './search-store.ts';
import styles from './syntax-help.module.css';

/** The ways to write a search, each as an example that can be tried. */
export function SyntaxHelp() {
  const { t } = useTranslation('search');
  return (
    <dl className={styles.help} aria-label={t('syntaxTitle')}>
      {(['and', 'phrase', 'not', 'number', 'single', 'agent'] as const).map((name) => (
        <div key={name}>
          <dt>
            <button
              type="button"
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => {
                ask({ text: t(`example.${name}.write`) });
                // Suggestions stand below the field.
                if (name === 'agent') run('edit.find');
              }}
            >
              {t(`example.${name}.write`)}
            </button>
          </dt>
          <dd>{t(`example.${name}.means`)}</dd>
        </div>
      ))}
    </dl>
  );
}
