import type { SamplePlan, StratumPart } from '../../../../shared/model/sample.ts';
import { formatCount } from '../../../components/score/format-score.ts';
import { StrataTable } from './StrataTable.tsx';
import styles from './PlanFacts.module.css';

/** What would be drawn, and how sure one may be with it. */
export function PlanFacts({
  plan,
  asked,
  parts,
}: {
  readonly plan: SamplePlan;
  readonly asked: number;
  readonly parts: readonly StratumPart[];
}) {
  const { population, size, strata, exhausted, empty, expected } = plan;
  const basis =
    expected.basis === 'measured'
      ? 'from the ratings in this project'
      : 'assuming r = 0.8 and errors of about one level';
  const widths = [
    ['Pearson r, quadratic κ', expected.kappaQuadratic],
    ['Signed error', expected.signedError],
    ['Win rate', expected.winRate],
  ] as const;
  return (
    <section className={styles.plan} aria-label="What would be drawn">
      <p>
        <strong>{formatCount(size)}</strong> of {formatCount(population)} from{' '}
        {formatCount(strata.length)} {strata.length === 1 ? 'stratum' : 'strata'}.
      </p>
      {size < asked && population > 0 && (
        <p className={styles.note}>
          There are only {formatCount(population)}: the sample takes them all.
        </p>
      )}
      {exhausted > 0 && (
        <p className={styles.note}>
          {formatCount(exhausted)} {exhausted === 1 ? 'stratum has' : 'strata have'} less than an
          equal share; the others give more for {exhausted === 1 ? 'it' : 'them'}.
        </p>
      )}
      {empty > 0 && (
        <p className={styles.note}>
          {formatCount(empty)} {empty === 1 ? 'stratum gives' : 'strata give'} nothing: draw more,
          or stratify by less.
        </p>
      )}
      <dl>
        {widths.map(([label, width]) =>
          width === undefined ? undefined : (
            <div key={label}>
              <dt>{label}</dt>
              <dd>±{(width / 2).toFixed(2)}</dd>
            </div>
          ),
        )}
      </dl>
      <p className={styles.basis}>Expected half widths of the 95 % intervals, {basis}.</p>
      {strata.length > 1 && <StrataTable strata={strata} parts={parts} />}
    </section>
  );
}
