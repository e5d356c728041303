import { AGREEMENT_FIGURES, type AgreementFigures } from '../../../../shared/model/agreement.ts';
import type { AgreementReport } from '../../../stores/agreement-store.ts';
import { FIGURE_LABELS, METRIC_LABELS } from '../labels.ts';
import { FigureCell } from './FigureCell.tsx';
import styles from './tables.module.css';

/** Each metric's agreement, and below what people agree among each other. */
export function FiguresTable({ report }: { readonly report: AgreementReport }) {
  const { overall, metrics } = report;
  const rows: { label: string; figures: AgreementFigures }[] = metrics.map((one) => ({
    label: one.metric === undefined ? '' : METRIC_LABELS[one.metric],
    figures: one.figures,
  }));
  if (metrics.length > 1) rows.push({ label: 'All together', figures: overall.figures });
  if (overall.ceiling.items > 0) {
    rows.push({ label: 'People among each other', figures: overall.ceiling.figures });
  }
  return <FigureRows caption="95 % bootstrap intervals" first="Metric" rows={rows} />;
}

/** Rows of agreement figures. */
export function FigureRows({
  caption,
  first,
  rows,
}: {
  readonly caption: string;
  readonly first: string;
  readonly rows: readonly { readonly label: string; readonly figures: AgreementFigures }[];
}) {
  return (
    <div className={styles.frame} tabIndex={0} role="group" aria-label={caption}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{first}</th>
            <th scope="col">n</th>
            {AGREEMENT_FIGURES.map((name) => (
              <th key={name} scope="col">
                {FIGURE_LABELS[name]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ label, figures }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>{figures.n}</td>
              {AGREEMENT_FIGURES.map((name) => (
                <FigureCell key={name} figure={figures[name]} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
