import type { CalibrationPoint } from '../../../../shared/model/agreement.ts';
import { formatFigure } from '../format-figure.ts';
import styles from './CalibrationPlot.module.css';

const SIZE = 180;
const EDGE = 22;
const LOW = 0;
const HIGH = 5;

const along = (value: number) => EDGE + ((value - LOW) / (HIGH - LOW)) * (SIZE - 2 * EDGE);
const x = along;
const y = (value: number) => SIZE - along(value);

/** What people gave on average at each of the judge's levels; on the line they mean the same. */
export function CalibrationPlot({
  points,
  label,
}: {
  readonly points: readonly CalibrationPoint[];
  readonly label: string;
}) {
  const text = points
    .map(({ judge, human, n }) => `judge ${judge}: people ${formatFigure(human)}, n ${n}`)
    .join('; ');
  return (
    <figure className={styles.plot}>
      <figcaption>Calibration: people’s mean at each level of the judge</figcaption>
      <svg
        viewBox={`0 0 ${SIZE} ${SIZE}`}
        width={SIZE}
        height={SIZE}
        role="img"
        aria-label={`${label}: ${text}`}
      >
        <line className={styles.ideal} x1={x(LOW)} y1={y(LOW)} x2={x(HIGH)} y2={y(HIGH)} />
        {[0, 1, 2, 3, 4, 5].map((level) => (
          <g key={level} className={styles.axis}>
            <text x={x(level)} y={SIZE - 6}>
              {level}
            </text>
            <text x={8} y={y(level) + 4}>
              {level}
            </text>
          </g>
        ))}
        {points.map(({ judge, human, n, ci95 }) => (
          <g key={judge} className={styles.point}>
            <title>{`judge ${judge}: people ${formatFigure(human)}, n ${n}`}</title>
            {ci95 !== undefined && (
              <line x1={x(judge)} x2={x(judge)} y1={y(ci95[0])} y2={y(ci95[1])} />
            )}
            <circle cx={x(judge)} cy={y(human)} r={Math.min(7, 2.5 + Math.sqrt(n) / 2)} />
          </g>
        ))}
      </svg>
    </figure>
  );
}
