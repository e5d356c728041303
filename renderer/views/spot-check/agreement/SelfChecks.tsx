import { useEffect } from 'react';
import type { Perturbation } from '../../../../shared/model/agreement.ts';
import { ErrorText } from '../../../components/error-text/ErrorText.tsx';
import { Spinner } from '../../../components/spinner/Spinner.tsx';
import {
  loadChecks,
  useAgreement,
  type SelfChecks as Checks,
} from '../../../stores/agreement-store.ts';
import { latest } from '../../../stores/async-data.ts';
import { formatFigure } from '../format-figure.ts';
import { METRIC_LABELS } from '../labels.ts';
import view from './AgreementView.module.css';
import { FigureCell } from './FigureCell.tsx';
import styles from './tables.module.css';

/** The paper's rationality checks on this project's data, and the judge against itself. */
export function SelfChecks() {
  const checks = useAgreement((state) => state.checks);
  useEffect(() => void loadChecks(), []);
  const data = latest(checks);
  return (
    <section className={view.section} aria-label="Checks of the metrics">
      <header>
        <h2>Checks of the metrics themselves</h2>
      </header>
      {checks.status === 'failed' && <ErrorText error={checks.error} />}
      {data === undefined && checks.status === 'loading' && (
        <Spinner label="Checking the metrics" />
      )}
      {data !== undefined && (
        <>
          <Correlations checks={data} />
          <Perturbations all={data.rationality.perturbations} />
          <Consistency checks={data} />
          <OrderSwap figure={data.orderSwap} />
        </>
      )}
    </section>
  );
}

function Correlations({ checks }: { readonly checks: Checks }) {
  return (
    <div className={styles.frame}>
      <table>
        <caption>Composites against what the ratings make of them</caption>
        <thead>
          <tr>
            {['Composite', 'n', 'Pearson r', 'Spearman ρ', 'Published r', 'Human side'].map(
              (label) => (
                <th key={label} scope="col">
                  {label}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {checks.rationality.correlations.map((one) => (
            <tr key={one.composite}>
              <th scope="row">{one.composite}</th>
              <td>{one.n}</td>
              <FigureCell figure={one.pearson} />
              <FigureCell figure={one.spearman} />
              <td>{one.published.toFixed(3)}</td>
              <td>{one.human}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const CHANGES: Readonly<Record<Perturbation['change'], string>> = {
  none: 'as it is',
  addTag: 'one tag more',
  removeTag: 'one tag less, its modality stays',
  removeModality: 'one modality less',
};

function Perturbations({ all }: { readonly all: readonly Perturbation[] }) {
  return (
    <div className={styles.frame}>
      <table>
        <caption>
          Each reference as an answer, changed in one way: every change should lower StS, only the
          last one LeS
        </caption>
        <thead>
          <tr>
            {['Change', 'n', 'StS', 'LeS', 'As the paper says'].map((label) => (
              <th key={label} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {all.map(({ change, n, sts, les, isAsPublished }) => (
            <tr key={change}>
              <th scope="row">{CHANGES[change]}</th>
              <td>{n}</td>
              <td>{sts === undefined ? '–' : formatFigure(sts * 100)}</td>
              <td>{les === undefined ? '–' : formatFigure(les * 100)}</td>
              <td>{n === 0 ? 'nothing to change' : isAsPublished ? 'yes' : 'no'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Whether it matters to the judge which of two responses it sees first. */
function OrderSwap({ figure }: { readonly figure: Checks['orderSwap'] }) {
  const { value, why } = figure;
  return (
    <p className={view.aside}>
      Order-swap bias of the judge:{' '}
      {value === undefined
        ? `not computed. ${why ?? ''}`
        : `${formatFigure(value * 100)} % the same`}
    </p>
  );
}

function Consistency({ checks: { consistency } }: { readonly checks: Checks }) {
  if (consistency.length === 0) {
    return (
      <p className={view.aside}>
        The judge was never asked twice about the same: set repeats in Settings, Scoring, to see how
        it agrees with itself.
      </p>
    );
  }
  return (
    <div className={styles.frame}>
      <table>
        <caption>The judge against itself, over repeats of the same question</caption>
        <thead>
          <tr>
            {['Metric', 'Items', 'Same answer', 'Krippendorff α', 'Mean spread'].map((label) => (
              <th key={label} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {consistency.map(({ metric, items, sameShare, alphaOrdinal, meanSpread }) => (
            <tr key={metric}>
              <th scope="row">{METRIC_LABELS[metric]}</th>
              <td>{items}</td>
              <FigureCell figure={sameShare} />
              <FigureCell figure={alphaOrdinal} />
              <td>{meanSpread === undefined ? '–' : formatFigure(meanSpread)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
