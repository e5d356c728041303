import { Crown } from 'lucide-react';
import type { CSSProperties } from 'react';
import type { IntervalMethod } from '../../../shared/model/report.ts';
import { formatCount, formatScore } from '../../components/score/format-score.ts';
import styles from './LeaderFigure.module.css';
import type { LeaderCell } from './leaderboard-rows.ts';

const METHODS: Readonly<Record<IntervalMethod, string>> = {
  bootstrap: 'bootstrap, 10,000 resamples',
  'cornish-fisher': 'Cornish–Fisher quantiles, to which the bootstrap converges',
  point: 'all values are the same',
};

/** A mean with its interval drawn small, over how many it is, and how many have none. */
export function LeaderFigure({
  cell,
  isComplete,
  href,
  hrefUnscored,
}: {
  readonly cell: LeaderCell;
  /** False while intervals are still computed. */
  readonly isComplete: boolean;
  readonly href: string;
  readonly hrefUnscored: string;
}) {
  const { value, n, nUnscored, isBest } = cell;
  const counts = (
    <small className={styles.counts}>
      {value !== undefined && `n ${formatCount(n)}`}
      {nUnscored > 0 && (
        <a href={hrefUnscored} data-tip={`${formatCount(nUnscored)} without a figure`}>
          −{formatCount(nUnscored)}
          <span className="visually-hidden"> without a figure</span>
        </a>
      )}
    </small>
  );
  if (value === undefined) {
    return (
      <>
        <span className={styles.none} aria-label="no figure">
          —
        </span>
        {counts}
      </>
    );
  }
  return (
    <>
      <a
        className={styles.figure}
        href={href}
        data-best={isBest || undefined}
        data-tip={intervalText(cell, isComplete)}
      >
        <span className={styles.value}>
          {isBest && (
            <>
              <Crown size={11} aria-hidden="true" />
              <span className="visually-hidden">best </span>
            </>
          )}
          {formatScore(value)}
        </span>
        <Interval cell={cell} isComplete={isComplete} />
      </a>
      {counts}
    </>
  );
}

function intervalText({ ci95, method }: LeaderCell, isComplete: boolean): string {
  if (ci95 === undefined)
    return isComplete
      ? 'No interval: one instance has no spread'
      : 'Its interval is being computed';
  const [low, high] = ci95;
  const how = method === undefined ? '' : ` · ${METHODS[method]}`;
  return `95 % interval ${formatScore(low)} to ${formatScore(high)}${how}`;
}

/** The interval on a line from 0 to 100, a mark at the mean; dotted while it is being computed. */
function Interval({
  cell: { value = 0, ci95 },
  isComplete,
}: {
  readonly cell: LeaderCell;
  readonly isComplete: boolean;
}) {
  const [low, high] = ci95 ?? [value, value];
  const places = { '--low': low, '--high': high, '--mean': value } as CSSProperties; // own properties
  return (
    <>
      <i
        className={styles.interval}
        style={places}
        data-pending={(ci95 === undefined && !isComplete) || undefined}
      />
      {ci95 !== undefined && (
        <span className="visually-hidden">
          {' '}
          from {formatScore(low)} to {formatScore(high)}
        </span>
      )}
    </>
  );
}
