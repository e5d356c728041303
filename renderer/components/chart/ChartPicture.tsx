import { useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import styles from './Chart.module.css';
import { pointAt, type ChartSpec, type PointAt } from './chart-spec.ts';
import { ChartTable } from './ChartTable.tsx';
import type { ChartTheme } from './chart-theme.ts';
import { ChartTip } from './ChartTip.tsx';
import { isMoveKey, movePoint } from './move-point.ts';
import { spokenChart, spokenPoint } from './point-text.ts';
import { useChartCanvas } from './use-chart-canvas.ts';

const FIRST: PointAt = { series: 0, category: 0 };

/** Opens what a point stands for; the address alone decides what is shown. */
function open(spec: ChartSpec, at: PointAt): void {
  const href = pointAt(spec, at)?.href;
  if (href !== undefined) window.location.assign(href);
}

/** The drawing itself, with the point that the pointer or the keys are at. */
export function ChartPicture({
  spec,
  theme,
  heightPx,
}: {
  readonly spec: ChartSpec;
  readonly theme: ChartTheme;
  readonly heightPx: number;
}) {
  const box = useRef<HTMLDivElement>(null);
  const state = useChartCanvas(box, spec, theme);
  const [hovered, setHovered] = useState<PointAt>();
  const [stepped, setStepped] = useState<PointAt>();
  const places = state.status === 'ready' ? state.canvas.places : undefined;
  const inside = (at: PointAt | undefined) =>
    at !== undefined && pointAt(spec, at) !== undefined ? at : undefined;
  const shown = inside(hovered) ?? inside(stepped);
  const focused = inside(stepped);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Enter' && focused !== undefined) open(spec, focused);
    else if (event.key === 'Escape' && focused !== undefined) setStepped(undefined);
    else if (isMoveKey(event.key))
      setStepped(focused === undefined ? FIRST : movePoint(spec, focused, event.key));
    else return;
    setHovered(undefined);
    event.preventDefault();
  };
  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    setHovered(places?.nearest(event.clientX - left, event.clientY - top));
  };
  if (state.status === 'failed') return <ChartTable spec={spec} />;
  return (
    <div className={styles.picture} style={{ height: heightPx }}>
      <div
        className={styles.keys}
        role="application"
        aria-roledescription="chart"
        aria-label={spokenChart(spec)}
        tabIndex={0}
        data-own-arrows=""
        data-opens={
          (hovered !== undefined && pointAt(spec, hovered)?.href !== undefined) || undefined
        }
        onKeyDown={onKeyDown}
        onBlur={() => setStepped(undefined)}
        onPointerMove={onPointerMove}
        onPointerLeave={() => setHovered(undefined)}
        onClick={() => hovered !== undefined && open(spec, hovered)}
      >
        <div ref={box} className={styles.canvas} aria-hidden="true" />
      </div>
      {shown !== undefined && places !== undefined && (
        <ChartTip spec={spec} at={shown} place={places.get(shown)} isFocused={shown === focused} />
      )}
      <p className="visually-hidden" aria-live="polite">
        {focused === undefined ? '' : spokenPoint(spec, focused)}
      </p>
    </div>
  );
}
