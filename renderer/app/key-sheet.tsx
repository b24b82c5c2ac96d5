import { useState } from 'react';
import { chordLabel } from '../commands/chord.ts';
import { type CommandGroup, commandIds, commandInfo } from '../commands/commands.ts';
import { keysOf, useKeySettings } from '../commands/dispatcher.ts';
import { useLanguage, useTranslation } from '../i18n/index.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { TextField } from '../ui/text-field.tsx';
import styles from './key-sheet.module.css';

const groups: readonly CommandGroup[] = ['play', 'score', 'edit', 'view', 'file', 'help'];

/** Every command with its keys; can be searched, and printed as a desk card. */
export function KeySheet({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const settings = useKeySettings();
  const [text, setText] = useState('');
  const wanted = text.trim().toLowerCase();
  const shown = commandIds.filter((id) => {
    const keys = keysOf(id, settings);
    const { title } = commandInfo[id];
    return (
      keys.length > 0 &&
      [title.zh, title.en, ...keys.map(chordLabel)].some((part) => part.toLowerCase().includes(wanted))
    );
  });
  return (
    <Dialog
      title={t('keys.title')}
      width={960}
      closeLabel={t('close')}
      onClose={onClose}
      footer={<Button onClick={() => window.print()}>{t('keys.print')}</Button>}
    >
      <TextField
        icon="search"
        autoFocus
        placeholder={t('keys.search')}
        value={text}
        onChange={(event) => setText(event.target.value)}
        className={styles.search}
      />
      <p className={styles.note}>{t('keys.note')}</p>
      <div className={styles.groups} tabIndex={0} data-paper>
        {groups.map((group) => {
          const ids = shown.filter((id) => commandInfo[id].group === group);
          return ids.length === 0 ? null : (
            <section key={group}>
              <h3>{t(`menu.${group}`)}</h3>
              {ids.map((id) => (
                <p key={id} className={styles.row}>
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
    </Dialog>
  );
}
