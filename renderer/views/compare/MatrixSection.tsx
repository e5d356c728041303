import { useEffect } from 'react';
import type { ModelMatrix } from '../../../shared/model/comparison.ts';
import { formatCount, formatDelta, formatScore } from '../../components/score/format-score.ts';
import { askMatrix, useCompare } from '../../stores/compare-store.ts';
import { useRoute } from '../../stores/route-store.ts';
import { formatP } from './format-p.ts';
import { bestOf, pairLabel } from './matrix-rows.ts';
import { ModelBadge } from './ModelBadge.tsx';
import { Said, Section, WithAnswer } from './Section.tsx';
import table from './table.module.css';
import { useMetricLabel } from './use-compare.ts';
import { generalNotes, notesOn, verdictOf } from './verdict.ts';

const TONES = ['a', 'b', 'c', 'd'] as const;

/** Scores by model on what all of them have in common, and every pair of them. */
export function MatrixSection({ models }: { readonly models: readonly string[] }) {
  const filter = useRoute((route) => route.filter);
  const state = useCompare(({ matrix }) => matrix);
  useEffect(() => askMatrix({ models, filter }), [models, filter]);
  return (
    <Section
      title="Scores by model"
      note="Means over the instances that every model here has a figure of. Differences are of pairs, on what each pair has in common; bold where Wilcoxon’s test, corrected by Holm for all of them, is below 0.05."
    >
      <WithAnswer state={state} onRetry={() => askMatrix({ models, filter })}>
        {(matrix) => (
          <>
            <Said notes={generalNotes(matrix.notes)} />
            {matrix.rows.length > 0 && <MatrixTable matrix={matrix} />}
          </>
        )}
      </WithAnswer>
    </Section>
  );
}

function MatrixTable({ matrix }: { readonly matrix: ModelMatrix }) {
  const { models, rows } = matrix;
  const pairs = rows[0]?.pairs ?? [];
  return (
    <div className={table.scroll} tabIndex={0} role="group" aria-label="Scores by model, table">
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">Metric</th>
            <th scope="col">In common</th>
            {models.map((model, at) => (
              <th key={model} scope="col" data-tone={TONES[at]}>
                <ModelBadge tone={TONES[at] ?? ''} /> {model}
              </th>
            ))}
            {pairs.map(({ a, b }) => (
              <th key={`${a} ${b}`} scope="col" data-tip={`${a} − ${b}`}>
                {pairLabel(models, a, b)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <MatrixRow key={row.metric} row={row} matrix={matrix} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function MatrixRow({
  row,
  matrix,
}: {
  readonly row: ModelMatrix['rows'][number];
  readonly matrix: ModelMatrix;
}) {
  const label = useMetricLabel();
  const best = bestOf(row);
  const why = notesOn(matrix.notes, row.metric);
  return (
    <tr>
      <th scope="row">{label(row.metric)}</th>
      <td data-tip={why.length === 0 ? undefined : why.join(' ')}>{formatCount(row.nCommon)}</td>
      {row.cells.map(({ model, mean, ci95, meanOwn, n }) => (
        <td key={model}>
          {mean === undefined ? (
            <span className={table.words}>—</span>
          ) : model === best ? (
            <strong>{formatScore(mean)}</strong>
          ) : (
            formatScore(mean)
          )}
          {ci95 !== undefined && (
            <small>
              {formatScore(ci95[0])}–{formatScore(ci95[1])}
            </small>
          )}
          {meanOwn !== undefined && n !== row.nCommon && (
            <small>
              own {formatScore(meanOwn)}, n {formatCount(n)}
            </small>
          )}
        </td>
      ))}
      {row.pairs.map((pair) => {
        const isShown = ['a', 'b'].includes(verdictOf(pair));
        const { meanDiff, pHolm } = pair;
        return (
          <td key={`${pair.a} ${pair.b}`}>
            {meanDiff === undefined ? (
              '—'
            ) : isShown ? (
              <strong>{formatDelta(meanDiff)}</strong>
            ) : (
              formatDelta(meanDiff)
            )}
            <small>{pHolm === undefined ? 'not tested' : `p ${formatP(pHolm)}`}</small>
          </td>
        );
      })}
    </tr>
  );
}
