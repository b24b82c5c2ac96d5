import styles from './results.module.css';

/** A sentence with what was looked for marked. @param marks in order, not overlapping */
export function MarkedText({ text, marks }: { text: string; marks: readonly (readonly [number, number])[] }) {
  let at = 0;
  const parts = marks.map(([start, end]) => {
    const before = text.slice(at, start);
    at = end;
    return (
      <span key={start}>
        {before}
        <mark className={styles.mark}>{text.slice(start, end)}</mark>
      </span>
    );
  });
  return (
    <span>
      {parts}
      {text.slice(at)}
    </span>
  );
}
