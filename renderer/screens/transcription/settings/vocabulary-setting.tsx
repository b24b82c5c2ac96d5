import { useEffect, useState } from 'react';
import { useSetting } from '../../settings/use-setting.ts';
import { useT } from '../use-t.ts';
import styles from './transcription-page.module.css';
import { wordsOf } from './vocabulary.ts';

/** The house's own words; saved when the field is left. */
export function VocabularySetting() {
  const t = useT();
  const [words, setWords] = useSetting('transcriptionVocabulary');
  const stored = words.join('\n');
  const [text, setText] = useState(stored);
  useEffect(() => setText(stored), [stored]);
  const save = () => {
    const next = wordsOf(text);
    setText(next.join('\n'));
    if (next.join('\n') !== stored) setWords(next);
  };
  return (
    <label className={styles.vocabulary}>
      <span className={styles.text}>
        <b>{t('vocabulary')}</b>
        <span>{t('vocabularyHint')}</span>
        <span>{t('vocabularyCount', { n: wordsOf(text).length })}</span>
      </span>
      <textarea rows={6} value={text} onChange={(event) => setText(event.target.value)} onBlur={save} />
    </label>
  );
}
