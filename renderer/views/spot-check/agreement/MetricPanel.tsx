import type { MetricAgreement } from '../../../../shared/model/agreement.ts';
import { STRATUM_PARTS } from '../../../../shared/model/sample.ts';
import { FIGURE_LABELS, METRIC_LABELS, PART_LABELS, stratumLabel } from '../labels.ts';
import { CalibrationPlot } from './CalibrationPlot.tsx';
import { ConfusionMatrix } from './ConfusionMatrix.tsx';
import { FigureRows } from './FiguresTable.tsx';
import styles from './MetricPanel.module.css';

/** One metric in detail: what was given for what, whether the scale is shifted, and how many more. */
export function MetricPanel({ agreement }: { readonly agreement: MetricAgreement }) {
  const { metric, confusion, calibration, needed, strata, ceiling, figures } = agreement;
  const label = metric === undefined ? 'All together' : METRIC_LABELS[metric];
  if (figures.n === 0) return undefined;
  return (
    <details className={styles.metric} open>
      <summary>
        <h3>{label}</h3>
      </summary>
      <div className={styles.plots}>
        <ConfusionMatrix confusion={confusion} label={label} />
        <CalibrationPlot points={calibration} label={label} />
        <section aria-label={`More ratings for ${label}`}>
          <h4>More ratings until ±{needed.halfWidth}</h4>
          <dl>
            {needed.figures.map(({ figure, halfWidth, more }) => (
              <div key={figure}>
                <dt>{FIGURE_LABELS[figure]}</dt>
                <dd>
                  {more === undefined ? 'unknown' : more === 0 ? 'none' : more}
                  <small>{halfWidth === undefined ? '' : `now ±${halfWidth.toFixed(2)}`}</small>
                </dd>
              </div>
            ))}
          </dl>
        </section>
      </div>
      {ceiling.pairs.length > 0 && (
        <FigureRows
          caption="People among each other: the judge cannot be asked for more"
          first="Pair"
          rows={ceiling.pairs.map(({ a, b, figures: own }) => ({
            label: `${a} / ${b}`,
            figures: own,
          }))}
        />
      )}
      {STRATUM_PARTS.map((part) => {
        const own = strata.filter((one) => one.part === part);
        if (own.length < 2) return undefined;
        const rows = own.map(({ value, figures: each }) => ({
          label: stratumLabel(part, value),
          figures: each,
        }));
        const caption = `By ${PART_LABELS[part].toLowerCase()}`;
        return <FigureRows key={part} caption={caption} first={PART_LABELS[part]} rows={rows} />;
      })}
    </details>
  );
}
