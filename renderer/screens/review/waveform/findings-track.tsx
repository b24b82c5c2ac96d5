import { useMemo, useRef } from 'react';
import { useBilingual } from '../../../i18n/index.ts';
import { Shape } from '../../../ui/shape.tsx';
import { bySeverity, type FindingMark } from '../findings/marks.ts';
import { useT } from '../use-t.ts';
import { goToPointById, listenFrom } from '../work/cursor.ts';
import { selectMarks, useWork } from '../work/work-store.ts';
import { placeBars } from './place-bars.ts';
import { useWidth } from './ruler.tsx';
import styles from './tracks.module.css';
import { useWave } from './wave-store.ts';

/** From this width a bar has room for its title. */
const TITLE_WIDTH = 90;

export function FindingsTrack() {
  const t = useT();
  const text = useBilingual();
  const ref = useRef<HTMLDivElement>(null);
  const width = useWidth(ref);
  const marks = useWork(selectMarks);
  const pointId = useWork((work) => work.pointId);
  const view = useWave((wave) => wave.view);
  const { bars, ticks } = useMemo(() => {
    // On top lies what is being checked, then what is still to be handled, the gravest first.
    const layer = ({ finding, standing }: FindingMark) =>
      finding.id === pointId ? 0 : standing === 'open' ? 1 : standing === 'confirmed' ? 2 : 3;
    return placeBars(
      bySeverity(marks).sort((a, b) => layer(a) - layer(b)),
      view,
      width || 1,
    );
  }, [marks, view, width, pointId]);
  const nameOf = (mark: FindingMark) =>
    mark.standing === 'dismissed'
      ? t('transcript.dismissed', { title: text(mark.finding.title) })
      : text(mark.finding.title);
  return (
    <div ref={ref} className={`${styles.track} ${styles.findings}`}>
      {ticks.map(({ left, marks: passed }) => (
        <button
          key={passed[0]!.finding.id}
          type="button"
          tabIndex={-1}
          className={styles.tick}
          style={{ left }}
          title={passed.map(nameOf).join('\n')}
          aria-label={passed.map(nameOf).join(', ')}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => listenFrom(passed[0]!.span!.start)}
        >
          <Shape kind="pass" />
        </button>
      ))}
      {bars.map(({ mark, start, left, width: barWidth, hidden }) => (
        <button
          key={`${mark.finding.id}${start}`}
          type="button"
          tabIndex={-1}
          className={`${styles.bar} ${styles[mark.shape]}`}
          data-standing={mark.standing}
          aria-current={mark.finding.id === pointId}
          style={{ left, width: barWidth, ...(barWidth > TITLE_WIDTH ? {} : { minWidth: 'max-content' }) }}
          title={[mark, ...hidden].map((each) => `${each.number} ${nameOf(each)}`).join('\n')}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => goToPointById(mark.finding.id, start)}
        >
          <Shape kind={mark.shape} size={10} />
          <b>{mark.number}</b>
          {barWidth > TITLE_WIDTH && <span className={styles.barTitle}>{nameOf(mark)}</span>}
          {hidden.length > 0 && (
            <span className={styles.hiddenCount} title={t('wave.moreFindings', { n: hidden.length })}>
              +{hidden.length}
            </span>
          )}
        </button>
      ))}
    </div>
  );
}
