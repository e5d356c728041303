import type { Slice, SliceReport } from '../../../shared/model/comparison.ts';
import { formatCount, formatDelta, formatScore } from '../../components/score/format-score.ts';
import { hrefOf } from '../../stores/route-store.ts';
import { formatP } from './format-p.ts';
import { IntervalMark, reachOf } from './IntervalMark.tsx';
import { routeOfSet, type ComparedBy } from './links.ts';
import { sliceTerms } from './slice-words.ts';
import table from './table.module.css';
import { LEVEL } from './verdict.ts';

/** Slices that differ most from all others, each with how sure that is; a slice opens its instances. */
export function SliceTable({
  report,
  slices,
  by,
}: {
  readonly report: SliceReport;
  readonly slices: readonly Slice[];
  readonly by: ComparedBy;
}) {
  const isPair = report.b !== undefined;
  const reach = reachOf(report.slices.map(({ contrastCi95 }) => contrastCi95));
  return (
    <div className={table.scroll} tabIndex={0} role="group" aria-label="Slices, table">
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">Slice</th>
            <th scope="col">n</th>
            <th scope="col" data-tone="a">
              A
            </th>
            {isPair && (
              <>
                <th scope="col" data-tone="b">
                  B
                </th>
                <th scope="col">A − B</th>
              </>
            )}
            <th scope="col" data-tip="Mean inside minus mean of all others, with its 95 % interval">
              Against the rest
            </th>
            <th scope="col" aria-label="Against the rest, drawn" />
            <th scope="col" data-tip="The difference in standard deviations (Hedges’ g)">
              g
            </th>
            <th scope="col" data-tip="Welch’s t, not corrected">
              p
            </th>
            <th
              scope="col"
              data-tip="After Benjamini and Hochberg: the share of false finds when all up to here are believed"
            >
              p (BH)
            </th>
            <th scope="col" data-tip="After Holm: the chance of a single false find among all">
              p (Holm)
            </th>
          </tr>
        </thead>
        <tbody>
          {slices.map((slice) => (
            <SliceRow key={sliceTerms(slice.terms).join('|')} slice={slice} by={by} reach={reach} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function SliceRow({
  slice,
  by,
  reach,
}: {
  readonly slice: Slice;
  readonly by: ComparedBy;
  readonly reach: number;
}) {
  const { n, meanA, meanB, mean, ci95, contrast, contrastCi95, effect, p, pBh, pHolm } = slice;
  const isShown = pBh < LEVEL;
  return (
    <tr>
      <th scope="row">
        <a href={hrefOf(routeOfSet(by, slice.filter, mean < 0))}>
          {sliceTerms(slice.terms).join(' · ')}
        </a>
      </th>
      <td>{formatCount(n)}</td>
      <td>{formatScore(meanA)}</td>
      {meanB !== undefined && (
        <>
          <td>{formatScore(meanB)}</td>
          <td>
            {formatDelta(mean)}
            <small>
              {formatDelta(ci95[0])} to {formatDelta(ci95[1])}
            </small>
          </td>
        </>
      )}
      <td>
        {isShown ? <strong>{formatDelta(contrast)}</strong> : formatDelta(contrast)}
        <small>
          {formatDelta(contrastCi95[0])} to {formatDelta(contrastCi95[1])}
        </small>
      </td>
      <td>
        <IntervalMark
          value={contrast}
          interval={contrastCi95}
          reach={reach}
          isNeutral={meanB === undefined}
        />
      </td>
      <td>{effect.toFixed(2).replace('-', '−')}</td>
      <td>{formatP(p)}</td>
      <td>{isShown ? <strong>{formatP(pBh)}</strong> : formatP(pBh)}</td>
      <td>{formatP(pHolm)}</td>
    </tr>
  );
}
