import { useLanguage } from '../../i18n/index.ts';
import type { GuideSection } from './guide/section.ts';
import styles from './help.module.css';
import { HelpText } from './help-text.tsx';

export function GuidePage({ sections }: { sections: readonly GuideSection[] }) {
  const language = useLanguage();
  return sections.map(({ id, title, kind, lines }) => {
    const List = kind === 'steps' ? 'ol' : 'ul';
    return (
      <section key={id} className={styles.section}>
        <h3>{title[language]}</h3>
        <List className={kind === 'steps' ? styles.steps : styles.points}>
          {lines.map(({ head, text }) => (
            <li key={head.zh}>
              <b>{head[language]}</b>
              <p>
                <HelpText text={text[language]} />
              </p>
            </li>
          ))}
        </List>
      </section>
    );
  });
}
