import type { ReactNode } from 'react';
import { ChartFrame } from '../chart/ChartFrame.tsx';
import { useChartTheme } from '../chart/chart-theme.ts';
import { CrossTable } from './CrossTable.tsx';
import { saveScatter } from './save-scatter.ts';
import { ScatterCanvas } from './ScatterCanvas.tsx';
import type { ScatterProps } from './scatter-props.ts';

/** One model against another, a point an instance; a rectangle drawn in it chooses instances. */
export function Scatter({
  title,
  note,
  controls,
  ...props
}: ScatterProps & {
  readonly title: string;
  readonly note?: ReactNode;
  readonly controls?: ReactNode;
}) {
  const theme = useChartTheme();
  const { area, chosen } = props;
  const brush = area === undefined || chosen === undefined ? undefined : { area, chosen };
  return (
    <ChartFrame
      title={title}
      note={note}
      controls={controls}
      picture={<ScatterCanvas {...props} />}
      table={<CrossTable {...props} />}
      onSave={(kind, widthPx) => saveScatter(kind, title, { ...props, theme }, widthPx, brush)}
    />
  );
}
