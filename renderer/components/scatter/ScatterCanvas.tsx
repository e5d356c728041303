import { useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useChartTheme } from '../chart/chart-theme.ts';
import { formatCounted } from '../score/format-score.ts';
import { areaOf, moveCursor, type CursorState } from './move-cursor.ts';
import { isInPlot } from './plot.ts';
import { areaAround, pointNear, type MeantPoint } from './point-at.ts';
import styles from './Scatter.module.css';
import type { ScatterProps } from './scatter-props.ts';
import { ScatterTip } from './ScatterTip.tsx';
import { useDrawing, usePlot } from './use-drawing.ts';
import { usePointerBrush } from './use-pointer-brush.ts';

/** The drawing, its brush, and the point that the pointer or the keys are at. */
export function ScatterCanvas(props: ScatterProps) {
  const { points, index, area, chosen, onArea, onOpen } = props;
  const box = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const theme = useChartTheme();
  const plot = usePlot(box);
  const [hovered, setHovered] = useState<MeantPoint>();
  const [keys, setKeys] = useState<CursorState>();
  /** Is the area that the keys draw not kept yet? */
  const isDrawing = useRef(false);
  const stepped = useMemo(
    () => (keys && plot ? pointNear(points, index, plot, keys.cursor) : undefined),
    [keys, plot, points, index],
  );
  const meant = hovered ?? stepped;
  const ring = useMemo(() => {
    if (plot === undefined) return undefined;
    if (meant !== undefined) return { x: plot.x(meant.a), y: plot.y(meant.b), radius: 6 };
    return keys && { x: plot.x(keys.cursor[0]), y: plot.y(keys.cursor[1]), radius: 3 };
  }, [plot, meant, keys]);
  useDrawing(canvas, { ...props, theme }, plot, { area, chosen }, ring);

  /** One point is opened; of several in one place the place is brushed, so that they are listed. */
  const choose = (point: MeantPoint) =>
    point.count === 1 ? onOpen(point.at) : onArea(areaAround(point), true);
  const near = (x: number, y: number) =>
    plot !== undefined && isInPlot(plot, x, y)
      ? pointNear(points, index, plot, [plot.a(x), plot.b(y)])
      : undefined;
  const brush = usePointerBrush({
    plot,
    area,
    onArea: (next, isFinal) => {
      setKeys(undefined);
      onArea(next, isFinal);
    },
    onHover: (x, y) => setHovered(near(x, y)),
    onClick: (x, y) => {
      const point = near(x, y);
      if (point === undefined) onArea(undefined, true);
      else choose(point);
    },
  });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const next = moveCursor(keys, event.key, event.shiftKey);
    if (next !== undefined) {
      setKeys(next);
      const drawn = areaOf(next);
      isDrawing.current ||= drawn !== undefined;
      if (drawn !== undefined) onArea(drawn, false);
    } else if (event.key === 'Enter' && stepped !== undefined) choose(stepped);
    else if (event.key === 'Escape' && (area !== undefined || keys !== undefined)) {
      setKeys(undefined);
      onArea(undefined, true);
    } else return;
    setHovered(undefined);
    event.preventDefault();
  };
  /** What the keys have drawn is kept once Shift is let go. */
  const keep = () => {
    if (isDrawing.current && keys !== undefined) onArea(areaOf(keys), true);
    isDrawing.current = false;
  };
  const size = plot && { width: plot.widthPx, height: plot.heightPx };
  return (
    <div ref={box} className={styles.box}>
      <div
        className={styles.plot}
        style={size}
        role="application"
        aria-roledescription="scatter chart"
        aria-label={spokenScatter(props)}
        tabIndex={0}
        data-own-arrows=""
        data-brushed={chosen?.length}
        {...brush}
        onPointerLeave={() => setHovered(undefined)}
        onKeyDown={onKeyDown}
        onKeyUp={(event) => event.key === 'Shift' && keep()}
        onBlur={() => {
          keep();
          setKeys(undefined);
        }}
      >
        <canvas ref={canvas} style={size} />
        {meant !== undefined && plot !== undefined && (
          <ScatterTip point={meant} plot={plot} labelOf={props.labelOf} format={props.format} />
        )}
      </div>
      <p className="visually-hidden" aria-live="polite">
        {spokenPlace(props, keys, stepped)}
      </p>
    </div>
  );
}

function spokenScatter({ points, nameA, nameB, metric }: ScatterProps): string {
  const size = formatCounted(points.as.length, 'instance');
  return `${metric} of ${nameA}, from left to right, against ${nameB}, from below upwards; ${size}. Arrow keys move, with Shift they brush, Enter opens, Escape takes the brush away.`;
}

function spokenPlace(
  { area, chosen, labelOf, format, nameA, nameB }: ScatterProps,
  keys: CursorState | undefined,
  point: MeantPoint | undefined,
): string {
  if (keys === undefined) return '';
  const [a, b] = keys.cursor;
  const brushed =
    area === undefined ? '' : ` Brushed: ${formatCounted(chosen?.length ?? 0, 'instance')}.`;
  const here =
    point === undefined
      ? 'nothing here'
      : point.count === 1
        ? labelOf(point.at)
        : formatCounted(point.count, 'instance');
  return `${nameA} ${format(a)}, ${nameB} ${format(b)}: ${here}.${brushed}`;
}
