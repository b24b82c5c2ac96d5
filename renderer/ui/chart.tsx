/** ECharts on a canvas, with only the parts that are used; follows size and theme. */
import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent, MarkLineComponent, TooltipComponent } from 'echarts/components';
import { type EChartsCoreOption, init, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import { useTheme } from '../app/settings.ts';
import styles from './chart.module.css';

use([BarChart, LineChart, GridComponent, LegendComponent, MarkLineComponent, TooltipComponent, CanvasRenderer]);

export interface ChartMark {
  seriesIndex: number;
  dataIndex: number;
}

/** Colours of the chart as the theme has them. */
export interface ChartColours {
  lines: readonly string[];
  ink: string;
  dim: string;
  grid: string;
  surface: string;
  fatal: string;
  serious: string;
  pass: string;
}

interface ChartProps {
  label: string;
  option: (colours: ChartColours) => EChartsCoreOption;
  onMark: (mark: ChartMark) => void;
}

export function Chart({ label, option, onMark }: ChartProps) {
  const element = useRef<HTMLDivElement>(null);
  const chart = useRef<ReturnType<typeof init> | null>(null);
  const latest = useRef(onMark);
  latest.current = onMark;
  const theme = useTheme();
  useEffect(() => {
    const box = element.current;
    if (!box) return;
    const made = init(box);
    chart.current = made;
    made.on('click', ({ seriesIndex, dataIndex }) => {
      if (seriesIndex !== undefined) latest.current({ seriesIndex, dataIndex });
    });
    const watch = new ResizeObserver(() => made.resize());
    watch.observe(box);
    return () => {
      watch.disconnect();
      made.dispose();
    };
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the theme changes the colours read inside
  useEffect(
    () => chart.current?.setOption({ animation: false, ...option(readColours()) }, { notMerge: true }),
    [option, theme],
  );
  return <div ref={element} className={styles.chart} role="img" aria-label={label} />;
}

function readColours(): ChartColours {
  const style = getComputedStyle(document.documentElement);
  const token = (name: string) => style.getPropertyValue(`--${name}`).trim();
  return {
    lines: [token('c1'), token('c2'), token('c3'), token('c4'), token('serious'), token('pass')],
    ink: token('ink-2'),
    dim: token('ink-3'),
    grid: token('c-grid'),
    surface: token('surface'),
    fatal: token('fatal'),
    serious: token('serious'),
    pass: token('pass'),
  };
}
