import { type FigureGroup, figureDefinitions } from '../../../core/contract/index.ts';
import { useLanguage } from '../../i18n/index.ts';
import styles from './help.module.css';

export function FiguresPage({ groups }: { groups: readonly FigureGroup[] }) {
  const language = useLanguage();
  return groups.map(({ title, ids }) => (
    <section key={title.zh} className={styles.section}>
      <h3>{title[language]}</h3>
      <dl className={styles.figures}>
        {ids.map((id) => {
          const { name, formula, note } = figureDefinitions[id];
          return (
            <div key={id}>
              <dt>{name[language]}</dt>
              <dd>
                {formula[language]}
                {note && <small>{note[language]}</small>}
              </dd>
            </div>
          );
        })}
      </dl>
    </section>
  ));
}
