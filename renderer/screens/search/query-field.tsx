/** The search field: asks when typing rests, suggests agents for a name that begins to be typed, and former searches. */
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { SearchQuery } from '../../../core/contract/index.ts';
import { api } from '../../api.ts';
import { useCommand } from '../../commands/dispatcher.ts';
import { useKeyLabel } from '../../commands/use-key-label.ts';
import { useTranslation } from '../../i18n/index.ts';
import { Icon } from '../../ui/icon.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { remember, useHistory } from './history.ts';
import { useQueryDetails } from './query-details.ts';
import styles from './query-field.module.css';
import { ask, askAgain, queryOf, useSearch } from './search-store.ts';

/** Milliseconds: letters of a pinyin word are not searches of their own. */
const REST = 300;

export function QueryField() {
  const { t } = useTranslation('search');
  const asked = useSearch((state) => state.text);
  const [text, setText] = useState(asked);
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(-1);
  const field = useRef<HTMLInputElement>(null);
  const entries = useEntries(text, open);
  useCommand('edit.find', () => {
    field.current?.select();
    setOpen(true);
  });
  useEffect(() => setText(asked), [asked]);
  useEffect(() => {
    if (text === asked) return;
    const timer = setTimeout(() => ask({ text }), REST);
    return () => clearTimeout(timer);
  }, [text, asked]);

  const leave = () => {
    setOpen(false);
    setAt(-1);
    field.current?.blur();
  };
  const choose = (entry: Entry) => {
    entry.choose();
    setText(useSearch.getState().text);
    leave();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    if (event.key === 'Escape') leave();
    else if (event.key === 'ArrowDown' && !open) setOpen(true);
    else if (event.key === 'ArrowDown' && entries.length > 0) setAt(Math.min(entries.length - 1, at + 1));
    else if (event.key === 'ArrowUp' && entries.length > 0) setAt(Math.max(-1, at - 1));
    else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
      const entry = entries[at];
      if (entry) choose(entry);
      else {
        if (text !== asked) ask({ text });
        const query = queryOf(useSearch.getState());
        if (query) remember(query);
        leave();
      }
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const shown = open && entries.length > 0;
  return (
    <div className={styles.box}>
      <TextField
        inputRef={field}
        icon="search"
        className={styles.field}
        role="combobox"
        aria-expanded={shown}
        aria-controls="search-entries"
        aria-activedescendant={shown && at >= 0 ? `search-entry-${at}` : undefined}
        aria-label={t('field')}
        title={`${t('field')}  ${useKeyLabel('edit.find')}`}
        placeholder={t('fieldHint')}
        value={text}
        maxLength={200}
        autoFocus={asked === ''}
        // Not on focus: entering the screen would cover the saved searches.
        onClick={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onChange={(event) => {
          setText(event.target.value);
          setOpen(true);
          setAt(-1);
        }}
        onKeyDown={onKeyDown}
      />
      {shown && (
        <ul id="search-entries" role="listbox" aria-label={t('history')} className={styles.entries}>
          {entries.map((entry, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the text field above handles the keys
            <li
              key={entry.key}
              id={`search-entry-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === at}
              title={[entry.label, entry.hint].filter(Boolean).join('  ')}
              className={index === at ? styles.current : undefined}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => choose(entry)}
            >
              <Icon name={entry.icon} />
              <span className={styles.label}>{entry.label}</span>
              <span className={styles.hint}>{entry.hint}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

interface Entry {
  key: string;
  icon: 'filter' | 'back';
  label: string;
  hint: string;
  choose: () => void;
}

function useEntries(text: string, open: boolean): Entry[] {
  const { t } = useTranslation('search');
  const detailsOf = useQueryDetails();
  const history = useHistory();
  const word = /[^\s"“”]+$/.exec(text)?.[0] ?? '';
  const agents = useQuery({
    queryKey: ['search', 'agents', word],
    queryFn: () => api.search.suggestAgents({ text: word.slice(0, 50) }),
    enabled: open && word !== '',
  });
  const suggested = (word === '' ? [] : (agents.data ?? [])).map(
    ({ agentId, agentName, team }): Entry => ({
      key: `agent ${agentId}`,
      icon: 'filter',
      label: [agentId, agentName, team].filter(Boolean).join(' '),
      hint: t('agents'),
      choose: () => {
        const { filter } = useSearch.getState();
        const rest = text.slice(0, text.length - word.length).trimEnd();
        ask({ text: rest, filter: { ...filter, agentIds: [...new Set([...(filter.agentIds ?? []), agentId])] } });
      },
    }),
  );
  const former = history
    .filter(({ spoken }) => spoken.text !== text.trim() && spoken.text.startsWith(text.trim()))
    .slice(0, 8)
    .map(
      (query: SearchQuery): Entry => ({
        key: JSON.stringify(query),
        icon: 'back',
        label: query.spoken.text,
        hint: detailsOf(query),
        choose: () => askAgain(query),
      }),
    );
  return [...suggested, ...former];
}
