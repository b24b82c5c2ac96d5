import { chordLabel } from '../../commands/chord.ts';
import { type CommandGroup, type CommandId, commandInfo } from '../../commands/commands.ts';
import { keysOf, useKeySettings } from '../../commands/dispatcher.ts';
import { useLanguage, useTranslation } from '../../i18n/index.ts';
import { Kbd } from '../../ui/kbd.tsx';
import styles from './help.module.css';

const groups: readonly CommandGroup[] = ['play', 'score', 'edit', 'view', 'file', 'help'];

/** Commands with all their keys, two columns wide where there is room: printed, a card for the desk. */
export function KeysPage({ commands }: { commands: readonly CommandId[] }) {
  const { t } = useTranslation(['help', 'common']);
  const language = useLanguage();
  const settings = useKeySettings();
  return (
    <>
      <p className={styles.note}>{t('keysNote')}</p>
      <div className={styles.keys}>
        {groups.map((group) => {
          const ids = commands.filter((id) => commandInfo[id].group === group);
          return ids.length === 0 ? null : (
            <section key={group}>
              <h3>{t(`common:menu.${group}`)}</h3>
              {ids.map((id) => (
                <p key={id} className={styles.key}>
                  <span>{commandInfo[id].title[language]}</span>
                  {keysOf(id, settings).map((key) => (
                    <Kbd key={key}>{chordLabel(key)}</Kbd>
                  ))}
                </p>
              ))}
            </section>
          );
        })}
      </div>
    </>
  );
}
