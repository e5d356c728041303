import styles from './IntervalMark.module.css';

const WIDTH = 132;
const HEIGHT = 18;
const PAD = 5;

/** A difference with its interval on a scale round 0, the same for all that stand below each other. */
export function IntervalMark({
  value,
  interval,
  reach,
  isNeutral = false,
}: {
  readonly value: number;
  readonly interval: readonly [low: number, high: number] | undefined;
  /** The largest that the scale holds, either way. */
  readonly reach: number;
  /** True where the sign is of no model. */
  readonly isNeutral?: boolean;
}) {
  const x = (at: number) =>
    WIDTH / 2 + (WIDTH / 2 - PAD) * Math.max(-1, Math.min(1, at / (reach || 1)));
  const [low, high] = interval ?? [value, value];
  const side = isNeutral ? 'none' : low > 0 ? 'a' : high < 0 ? 'b' : 'none';
  return (
    <svg className={styles.mark} data-side={side} width={WIDTH} height={HEIGHT} aria-hidden="true">
      <line className={styles.zero} x1={WIDTH / 2} x2={WIDTH / 2} y1={0} y2={HEIGHT} />
      <line className={styles.interval} x1={x(low)} x2={x(high)} y1={HEIGHT / 2} y2={HEIGHT / 2} />
      {[low, high].map((end, index) => (
        <line
          key={index} // the low end and the high end
          className={styles.interval}
          x1={x(end)}
          x2={x(end)}
          y1={HEIGHT / 2 - 3}
          y2={HEIGHT / 2 + 3}
        />
      ))}
      <circle cx={x(value)} cy={HEIGHT / 2} r={3.5} />
    </svg>
  );
}

/** How far a common scale must reach for these. */
export function reachOf(
  intervals: readonly (readonly [low: number, high: number] | undefined)[],
): number {
  return Math.max(0.01, ...intervals.flatMap((each) => (each ?? []).map(Math.abs)));
}
