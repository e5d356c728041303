import type { ReactNode } from 'react';
import { ChartFrame } from './ChartFrame.tsx';
import { ChartPicture } from './ChartPicture.tsx';
import type { ChartSpec } from './chart-spec.ts';
import { ChartTable } from './ChartTable.tsx';
import { useChartTheme } from './chart-theme.ts';
import { saveChart } from './save-chart.ts';

/**
 * A chart with its heading, its table behind it and its export. Its points are stepped through with the
 * arrow keys; Enter opens the instances behind one.
 */
export function Chart({
  spec,
  heightPx,
  note,
  children,
  level = 2,
}: {
  /** Drawn anew when it is another object: keep it while nothing changes. */
  readonly spec: ChartSpec;
  readonly heightPx: number;
  /** A sentence under the heading: over what, and what is not known. */
  readonly note?: ReactNode;
  /** Controls of this chart, in its heading. */
  readonly children?: ReactNode;
  readonly level?: 2 | 3;
}) {
  const theme = useChartTheme();
  return (
    <ChartFrame
      title={spec.title}
      note={note}
      controls={children}
      level={level}
      picture={<ChartPicture spec={spec} theme={theme} heightPx={heightPx} />}
      table={<ChartTable spec={spec} />}
      onSave={(kind, widthPx) => saveChart(kind, spec, theme, { widthPx, heightPx })}
    />
  );
}
