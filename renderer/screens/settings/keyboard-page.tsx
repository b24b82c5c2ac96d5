import { type KeyboardEvent, useState } from 'react';
import { chordLabel, chordOf } from '../../commands/chord.ts';
import { type CommandId, commandIds, commandInfo } from '../../commands/commands.ts';
import { keysOf, useKeySettings } from '../../commands/dispatcher.ts';
import { useLanguage, useTranslation } from '../../i18n/index.ts';
import { Button } from '../../ui/button.tsx';
import { Switch } from '../../ui/checkbox.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { conflictOf } from './key-conflict.ts';
import styles from './keyboard-page.module.css';
import { isReserved } from './reserved-chords.ts';
import { useSetting } from './use-setting.ts';

/** Every command with its keys: click, press the new key. The first key changes; aliases stay out of its way. */
export function KeyboardPage() {
  const { t } = useTranslation('settings');
  const language = useLanguage();
  const current = useKeySettings();
  const [bindings, setBindings] = useSetting('keyBindings');
  const [letters, setLetters] = useSetting('letterKeys');
  const [text, setText] = useState('');
  const [recording, setRecording] = useState<CommandId | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const shown = commandIds.filter((id) =>
    `${commandInfo[id].title.zh} ${commandInfo[id].title.en} ${keysOf(id, current).map(chordLabel).join(' ')}`
      .toLowerCase()
      .includes(text.trim().toLowerCase()),
  );
  const record = (event: KeyboardEvent, id: CommandId) => {
    event.preventDefault();
    event.stopPropagation();
    const chord = chordOf(event.nativeEvent);
    if (chord === null) return;
    if (chord === 'Escape') {
      setRecording(null);
      setProblem(null);
      return;
    }
    const other = conflictOf(chord, id, (candidate) => keysOf(candidate, current));
    if (isReserved(chord)) setProblem(t('reserved', { key: chordLabel(chord) }));
    else if (other) setProblem(t('conflict', { key: chordLabel(chord), command: commandInfo[other].title[language] }));
    else {
      setBindings({ ...bindings, [id]: [chord] });
      setRecording(null);
      setProblem(null);
    }
  };
  const reset = (id: CommandId) =>
    setBindings(Object.fromEntries(Object.entries(bindings).filter(([key]) => key !== id)));
  return (
    <div className={styles.page}>
      <Switch checked={letters} onChange={setLetters}>
        {t('letterKeys')}
        <span className={styles.hint}>{t('letterKeysHint')}</span>
      </Switch>
      <div className={styles.bar}>
        <TextField
          icon="search"
          placeholder={t('find')}
          aria-label={t('find')}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <Button disabled={Object.keys(bindings).length === 0} onClick={() => setBindings({})}>
          {t('resetAll')}
        </Button>
      </div>
      <table className={styles.table}>
        <thead>
          <tr>
            <th>{t('command')}</th>
            <th>{t('keys')}</th>
            <th />
          </tr>
        </thead>
        <tbody>
          {shown.map((id) => (
            <tr key={id}>
              <td>{commandInfo[id].title[language]}</td>
              <td>
                {recording === id ? (
                  <button
                    type="button"
                    autoFocus
                    data-own-keys="*"
                    className={styles.recording}
                    onKeyDown={(event) => record(event, id)}
                    onBlur={() => setRecording(null)}
                  >
                    {problem ?? t('press')}
                  </button>
                ) : (
                  keysOf(id, current).map((key) => (
                    <span key={key} className={styles.key}>
                      <Kbd>{chordLabel(key)}</Kbd>
                    </span>
                  ))
                )}
              </td>
              <td>
                <div className={styles.actions}>
                  <Button
                    small
                    onClick={() => {
                      setProblem(null);
                      setRecording(id);
                    }}
                  >
                    {t('change')}
                  </Button>
                  {bindings[id] && (
                    <Button small look="ghost" onClick={() => reset(id)}>
                      {t('reset')}
                    </Button>
                  )}
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
