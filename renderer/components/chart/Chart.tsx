import { FileImage, FileCode2, Table2, type LucideIcon } from 'lucide-react';
import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { useAction } from '../../hooks/use-action.ts';
import { IconButton } from '../button/IconButton.tsx';
import styles from './Chart.module.css';
import { ChartPicture } from './ChartPicture.tsx';
import type { ChartSpec } from './chart-spec.ts';
import { ChartTable } from './ChartTable.tsx';
import { useChartTheme } from './chart-theme.ts';
import { useCurrentChart } from './current-chart.ts';
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
  const id = useId();
  const [isTable, setIsTable] = useState(false);
  const [error, setError] = useState<string>();
  const theme = useChartTheme();
  const figure = useRef<HTMLElement>(null);
  const { isCurrent, makeCurrent, giveUp } = useCurrentChart(id);
  useEffect(() => giveUp, [giveUp]);
  const toggle = () => setIsTable((before) => !before);
  useAction('chart.table', isCurrent ? toggle : undefined);
  const save = (kind: 'svg' | 'png') => {
    const widthPx = figure.current?.clientWidth ?? 800;
    saveChart(kind, spec, theme, { widthPx, heightPx: heightPx + 32 }).then(
      () => setError(undefined),
      (reason: unknown) => setError(`Cannot save the chart: ${String(reason)}`),
    );
  };
  const Heading = `h${level}` as const;
  return (
    <figure ref={figure} className={styles.figure} aria-labelledby={id} onFocus={makeCurrent}>
      <header className={styles.header}>
        <Heading id={id}>{spec.title}</Heading>
        {children}
        <span className={styles.space} />
        <IconButton
          label={isTable ? 'Show it drawn' : 'Show it as a table'}
          action="chart.table"
          isPressed={isTable}
          onClick={toggle}
        >
          <Table2 size={14} />
        </IconButton>
        <SaveButton label="Save as SVG" icon={FileCode2} onClick={() => save('svg')} />
        <SaveButton label="Save as PNG" icon={FileImage} onClick={() => save('png')} />
      </header>
      {note !== undefined && <p className={styles.note}>{note}</p>}
      {error !== undefined && (
        <p className={styles.error} role="alert">
          {error}
        </p>
      )}
      {isTable ? (
        <ChartTable spec={spec} />
      ) : (
        <ChartPicture spec={spec} theme={theme} heightPx={heightPx} />
      )}
    </figure>
  );
}

function SaveButton({
  label,
  icon: Icon,
  onClick,
}: {
  readonly label: string;
  readonly icon: LucideIcon;
  readonly onClick: () => void;
}) {
  return (
    <IconButton label={label} onClick={onClick}>
      <Icon size={14} />
    </IconButton>
  );
}
