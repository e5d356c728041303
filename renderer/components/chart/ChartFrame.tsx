import { FileImage, FileCode2, Table2, type LucideIcon } from 'lucide-react';
import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { useAction } from '../../hooks/use-action.ts';
import { IconButton } from '../button/IconButton.tsx';
import styles from './Chart.module.css';
import { useCurrentChart } from './current-chart.ts';

/** What stands round any chart: its heading, its table behind it and its export. */
export function ChartFrame({
  title,
  note,
  controls,
  level = 2,
  picture,
  table,
  onSave,
}: {
  readonly title: string;
  /** A sentence under the heading: over what, and what is not known. */
  readonly note?: ReactNode;
  /** Controls of this chart, in its heading. */
  readonly controls?: ReactNode;
  readonly level?: 2 | 3;
  readonly picture: ReactNode;
  readonly table: ReactNode;
  /** Offers the chart as a file, as wide as it is shown. */
  readonly onSave: (kind: 'svg' | 'png', widthPx: number) => Promise<void>;
}) {
  const id = useId();
  const [isTable, setIsTable] = useState(false);
  const [error, setError] = useState<string>();
  const figure = useRef<HTMLElement>(null);
  const { isCurrent, makeCurrent, giveUp } = useCurrentChart(id);
  useEffect(() => giveUp, [giveUp]);
  const toggle = () => setIsTable((before) => !before);
  useAction('chart.table', isCurrent ? toggle : undefined);
  const save = (kind: 'svg' | 'png') => {
    onSave(kind, figure.current?.clientWidth ?? 800).then(
      () => setError(undefined),
      (reason: unknown) => setError(`Cannot save the chart: ${String(reason)}`),
    );
  };
  const Heading = `h${level}` as const;
  return (
    <figure ref={figure} className={styles.figure} aria-labelledby={id} onFocus={makeCurrent}>
      <header className={styles.header}>
        <Heading id={id}>{title}</Heading>
        {controls}
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
      {isTable ? table : picture}
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
