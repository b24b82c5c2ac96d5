/** Ctrl+K: commands that can run now, and recordings that match. */
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { api } from '../api.ts';
import { chordLabel } from '../commands/chord.ts';
import { commandIds, commandInfo } from '../commands/commands.ts';
import { isEnabled, keysOf, run } from '../commands/dispatcher.ts';
import { clock, dateTime } from '../i18n/format.ts';
import { hideNumbers } from '../i18n/hide-numbers.ts';
import { useLanguage, useTranslation } from '../i18n/index.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { TextField } from '../ui/text-field.tsx';
import styles from './command-palette.module.css';
import { openReview } from './navigation.ts';
import { useSettings } from './settings.ts';

interface Entry {
  key: string;
  label: string;
  hint: string;
  run: () => void;
}

export function CommandPalette({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const zone = useSettings((settings) => settings.timeZone);
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const list = useRef<HTMLUListElement>(null);
  const wanted = text.trim();
  const found = useQuery({
    queryKey: ['recordings', 'palette', wanted],
    queryFn: () =>
      api.recordings.list({ filter: { q: wanted }, sort: { by: 'startedAt', descending: true }, offset: 0, limit: 8 }),
    enabled: wanted !== '',
  });
  const commands: Entry[] = commandIds
    .filter((id) => isEnabled(id) && !commandInfo[id].hidden && id !== 'help.palette')
    .filter((id) =>
      `${commandInfo[id].title.zh} ${commandInfo[id].title.en}`.toLowerCase().includes(wanted.toLowerCase()),
    )
    .map((id) => ({
      key: id,
      label: commandInfo[id].title[language],
      hint: chordLabel(keysOf(id)[0] ?? ''),
      run: () => void run(id),
    }));
  const recordings: Entry[] = (wanted === '' ? [] : (found.data?.rows ?? [])).map((row) => ({
    key: row.id,
    label: [
      row.startedAt === null ? hideNumbers(row.file) : dateTime(row.startedAt, zone),
      row.agentId,
      row.agentName,
      row.phoneMasked,
    ]
      .filter(Boolean)
      .join('  '),
    hint: row.durationMs === null ? '' : clock(row.durationMs),
    run: () => openReview(row.id),
  }));
  const entries = [...recordings, ...commands];
  const current = Math.min(at, entries.length - 1);
  // biome-ignore lint/correctness/useExhaustiveDependencies: scrolls when the current entry changes
  useEffect(() => {
    void list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  const choose = (entry: Entry | undefined) => {
    onClose();
    // After the dialog is gone, so that the command finds its screen's focus.
    setTimeout(() => entry?.run(), 0);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    if (event.key === 'ArrowDown') setAt(Math.min(entries.length - 1, current + 1));
    else if (event.key === 'ArrowUp') setAt(Math.max(0, current - 1));
    else if (event.key === 'Enter') choose(entries[current]);
    else return;
    event.preventDefault();
  };
  return (
    <Dialog bare top title={t('palette.placeholder')} closeLabel={t('close')} onClose={onClose}>
      <TextField
        icon="search"
        autoFocus
        role="combobox"
        aria-expanded="true"
        aria-controls="palette-list"
        aria-label={t('palette.placeholder')}
        placeholder={t('palette.placeholder')}
        value={text}
        className={styles.search}
        onKeyDown={onKeyDown}
        onChange={(event) => {
          setText(event.target.value);
          setAt(0);
        }}
      />
      <ul ref={list} id="palette-list" role="listbox" aria-label={t('palette.commands')} className={styles.list}>
        {entries.map((entry, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the text field above handles the keys
          <li
            key={entry.key}
            role="option"
            aria-selected={index === current}
            tabIndex={-1}
            className={index === current ? styles.current : undefined}
            onClick={() => choose(entry)}
          >
            <span>{entry.label}</span>
            {entry.hint && <Kbd>{entry.hint}</Kbd>}
          </li>
        ))}
        {entries.length === 0 && <li className={styles.none}>{t('palette.empty')}</li>}
      </ul>
    </Dialog>
  );
}
