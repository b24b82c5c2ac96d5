import { useEffect, useState } from 'react';
import { useTranslation } from '../../i18n/index.ts';
import { Segmented } from '../../ui/segmented.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { ask, useSearch } from './search-store.ts';
import styles from './time-field.module.css';

/** Seconds that are set when an edge is chosen. */
const USUAL = { start: 20, end: 30 } as const;

/** Where in the call: anywhere, so many seconds from its start, or back from its end. */
export function TimeField() {
  const { t } = useTranslation('search');
  const time = useSearch((state) => state.time);
  const edge = time?.edge ?? 'any';
  return (
    <div className={styles.field}>
      <Segmented
        label={t('time')}
        value={edge}
        options={(['any', 'start', 'end'] as const).map((value) => ({ value, label: t(`edge.${value}`) }))}
        onChange={(value) => ask({ time: value === 'any' ? undefined : { edge: value, to: USUAL[value] } })}
      />
      {time && (
        <div className={styles.range}>
          <span>{t(time.edge === 'start' ? 'startFrom' : 'endFrom')}</span>
          <Seconds
            key={`${edge} from`}
            label={t('secondsFrom')}
            value={time.from}
            onChange={(from) => ask({ time: pick(time.edge, from, time.to) })}
          />
          <span>{t(time.edge === 'start' ? 'startTo' : 'endTo')}</span>
          <Seconds
            key={`${edge} to`}
            label={t('secondsTo')}
            value={time.to}
            onChange={(to) => ask({ time: pick(time.edge, time.from, to) })}
          />
          <span>{t('seconds')}</span>
        </div>
      )}
    </div>
  );
}

const pick = (edge: 'start' | 'end', from: number | undefined, to: number | undefined) => ({
  edge,
  ...(from === undefined ? {} : { from }),
  ...(to === undefined ? {} : { to }),
});

interface SecondsProps {
  label: string;
  value: number | undefined;
  onChange: (value: number | undefined) => void;
}

/** Empty: no limit on this side. */
function Seconds({ label, value, onChange }: SecondsProps) {
  const [text, setText] = useState(value === undefined ? '' : String(value));
  useEffect(() => setText(value === undefined ? '' : String(value)), [value]);
  const number = text.trim() === '' ? undefined : Number(text.normalize('NFKC'));
  const valid = number === undefined || (Number.isFinite(number) && number >= 0 && number <= 100_000);
  const commit = () => {
    if (valid && number !== value) onChange(number);
  };
  return (
    <TextField
      className={styles.seconds}
      aria-label={label}
      inputMode="numeric"
      value={text}
      invalid={!valid}
      onChange={(event) => setText(event.target.value)}
      onBlur={commit}
      onKeyDown={(event) => event.key === 'Enter' && commit()}
    />
  );
}
