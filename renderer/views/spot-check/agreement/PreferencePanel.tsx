import { TIE_RULES, type PreferenceReport } from '../../../../shared/model/agreement.ts';
import { PREFERENCES } from '../../../../shared/model/rating.ts';
import { TIE_LABELS } from '../labels.ts';
import { FigureCell } from './FigureCell.tsx';
import styles from './tables.module.css';

const percent = (share: number) => (share * 100).toFixed(0);

/** Win rates by three ways of counting ties, strengths, and whether the side mattered. */
export function PreferencePanel({ report }: { readonly report: PreferenceReport }) {
  const { pairs, strengths, why, leftShare, n, nStale } = report;
  return (
    <>
      <p>
        {n} {n === 1 ? 'preference' : 'preferences'}
        {nStale > 0 && `, ${nStale} more left out: what was compared has changed since`}.{' '}
        {leftShare.value !== undefined &&
          `What stood on the left was preferred in ${percent(leftShare.value)} %${
            leftShare.ci95 === undefined
              ? ''
              : ` (95 % interval ${percent(leftShare.ci95[0])} to ${percent(leftShare.ci95[1])} %)`
          }; 50 % is no bias.`}
      </p>
      {pairs.length > 0 && <Pairs pairs={pairs} />}
      {strengths.length > 0 ? (
        <div className={styles.frame}>
          <table>
            <caption>
              Bradley–Terry log-strengths; a tie counts half for each. Their mean is 0.
            </caption>
            <thead>
              <tr>
                <th scope="col">Model</th>
                <th scope="col">Strength</th>
              </tr>
            </thead>
            <tbody>
              {strengths.map(({ model, strength }) => (
                <tr key={model}>
                  <th scope="row">{model}</th>
                  <FigureCell figure={strength} />
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : (
        <p>{why}</p>
      )}
    </>
  );
}

function Pairs({ pairs }: Pick<PreferenceReport, 'pairs'>) {
  return (
    <div className={styles.frame} tabIndex={0} role="group" aria-label="Win rates">
      <table>
        <caption>Share of A, with 95 % bootstrap intervals</caption>
        <thead>
          <tr>
            <th scope="col">A</th>
            <th scope="col">B</th>
            {['A better', 'leaning A', 'leaning B', 'B better'].map((label) => (
              <th key={label} scope="col">
                {label}
              </th>
            ))}
            {TIE_RULES.map((rule) => (
              <th key={rule} scope="col">
                {TIE_LABELS[rule]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {pairs.map(({ a, b, counts, winRates }) => (
            <tr key={`${a} ${b}`}>
              <th scope="row">{a}</th>
              <td>{b}</td>
              {PREFERENCES.map((one) => (
                <td key={one}>{counts[one]}</td>
              ))}
              {TIE_RULES.map((rule) => (
                <FigureCell key={rule} figure={winRates[rule]} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
