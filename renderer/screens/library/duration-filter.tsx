import { Slider } from 'antd';
import { useEffect, useState } from 'react';
import { clock } from '../../i18n/format.ts';
import { useTranslation } from '../../i18n/index.ts';
import styles from './duration-filter.module.css';

/** Each bin of the histogram is 30 s; the last holds everything longer. */
const BIN_MS = 30_000;

interface DurationFilterProps {
  bins: readonly number[];
  min: number | undefined;
  max: number | undefined;
  onChange: (min: number | undefined, max: number | undefined) => void;
}

export function DurationFilter({ bins, min, max, onChange }: DurationFilterProps) {
  const { t } = useTranslation('library');
  const last = Math.max(1, bins.length);
  const [range, setRange] = useState<[number, number]>([0, last]);
  useEffect(
    () =>
      setRange([min === undefined ? 0 : Math.round(min / BIN_MS), max === undefined ? last : Math.round(max / BIN_MS)]),
    [min, max, last],
  );
  const highest = Math.max(1, ...bins);
  const [from, to] = range;
  return (
    <div className={styles.filter}>
      <span className={styles.range}>
        {clock(from * BIN_MS)} – {to >= last ? '∞' : clock(to * BIN_MS)}
      </span>
      <div className={styles.bars} aria-hidden="true">
        {bins.map((count, index) => (
          <i
            key={index}
            className={index >= from && index < to ? styles.in : undefined}
            style={{ height: `${count === 0 ? 0 : Math.max(8, (count / highest) * 100)}%` }}
          />
        ))}
      </div>
      <Slider
        range
        min={0}
        max={last}
        value={range}
        tooltip={{ open: false }}
        ariaLabelForHandle={[t('durationFrom'), t('durationTo')]}
        onChange={(value) => setRange([value[0]!, value[1]!])}
        onChangeComplete={(value) =>
          onChange(value[0] === 0 ? undefined : value[0]! * BIN_MS, value[1]! >= last ? undefined : value[1]! * BIN_MS)
        }
      />
    </div>
  );
}
