import { formatCounted, formatDelta } from '../score/format-score.ts';
import type { Plot } from './plot.ts';
import type { MeantPoint } from './point-at.ts';
import styles from './Scatter.module.css';

/** What a point says, beside it. */
export function ScatterTip({
  point,
  plot,
  labelOf,
  format,
}: {
  readonly point: MeantPoint;
  readonly plot: Plot;
  readonly labelOf: (at: number) => string;
  readonly format: (value: number) => string;
}) {
  const { at, a, b, count } = point;
  const [x, y] = [plot.x(a), plot.y(b)];
  const isRight = x > plot.widthPx / 2;
  const isLow = y > plot.heightPx / 2;
  const style = {
    ...(isRight ? { right: plot.widthPx - x + 10 } : { left: x + 10 }),
    ...(isLow ? { bottom: plot.heightPx - y + 10 } : { top: y + 10 }),
  };
  return (
    <div className={styles.tip} style={style} aria-hidden="true">
      <strong>{count === 1 ? labelOf(at) : formatCounted(count, 'instance')}</strong>
      <span>
        A {format(a)} · B {format(b)} · {formatDelta(a - b)}
      </span>
      <small>{count === 1 ? 'Click to open' : 'Click to list them'}</small>
    </div>
  );
}
