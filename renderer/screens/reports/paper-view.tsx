import { useEffect, useRef, useState } from 'react';
import type { Report } from '../../../core/contract/index.ts';
import { useTranslation } from '../../i18n/index.ts';
import { Button } from '../../ui/button.tsx';
import { Paper } from './paper.tsx';
import styles from './paper-view.module.css';
import { useReport } from './report-store.ts';

/** A4 landscape at 96 dpi. */
const PAGE_WIDTH = 1123;
const steps = [0.5, 0.64, 0.72, 0.85, 1, 1.25, 1.5];

export function PaperView({ report }: { report: Report | null }) {
  const { t } = useTranslation('reports');
  const zoom = useReport((state) => state.zoom);
  const area = useRef<HTMLDivElement>(null);
  const [fit, setFit] = useState(0.72);
  useEffect(() => {
    const element = area.current;
    if (!element) return;
    const watch = new ResizeObserver(() => setFit(Math.min(1.25, (element.clientWidth - 36) / PAGE_WIDTH)));
    watch.observe(element);
    return () => watch.disconnect();
  }, []);
  const scale = zoom ?? fit;
  const step = (by: number) =>
    useReport.setState({
      zoom:
        by > 0
          ? (steps.find((value) => value > scale + 0.01) ?? steps.at(-1)!)
          : (steps.findLast((value) => value < scale - 0.01) ?? steps[0]!),
    });
  return (
    <section className={styles.view}>
      <header className={styles.bar}>
        <Button icon="minus" iconOnly onClick={() => step(-1)}>
          {t('smaller')}
        </Button>
        <span className={styles.percent}>{Math.round(scale * 100)}%</span>
        <Button icon="plus" iconOnly onClick={() => step(1)}>
          {t('larger')}
        </Button>
        <Button icon="fit" on={zoom === null} onClick={() => useReport.setState({ zoom: null })}>
          {t('fit')}
        </Button>
        <i className={styles.gap} />
        <Button look="ghost" onClick={() => window.print()}>
          {t('print')}
        </Button>
      </header>
      <div ref={area} className={styles.area} tabIndex={0} role="region" aria-label={t('title')}>
        {/* Paper is always light. */}
        <div className={styles.sheet} data-paper data-theme="light" style={{ zoom: scale }}>
          {report && <Paper report={report} />}
        </div>
      </div>
    </section>
  );
}
