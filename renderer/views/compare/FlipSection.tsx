import { useEffect, useMemo } from 'react';
import type { FlipReport } from '../../../shared/model/comparison.ts';
import { formatCounted, formatDelta, formatScore } from '../../components/score/format-score.ts';
import { askFlips, useCompare } from '../../stores/compare-store.ts';
import { hrefOf, useRoute } from '../../stores/route-store.ts';
import { shortKey } from './brushed-list.ts';
import styles from './FlipSection.module.css';
import { flipsNode } from './flip-links.ts';
import { FlipTable } from './FlipTable.tsx';
import { routeOfInstance, routeOfNode, type ComparedBy } from './links.ts';
import { MetricSelect } from './MetricSelect.tsx';
import { Said, Section, WithAnswer } from './Section.tsx';
import table from './table.module.css';
import { chooseCompare, useComparedBy, useCompareOptions, useMetricLabel } from './use-compare.ts';

/** Where a judge prefers one model and quality the other. */
export function FlipSection({
  a,
  b,
  metrics,
}: {
  readonly a: string;
  readonly b: string;
  readonly metrics: readonly string[];
}) {
  const filter = useRoute((route) => route.filter);
  const { judge, quality } = useCompareOptions();
  const state = useCompare(({ flips }) => flips);
  const question = useMemo(
    () => ({ a, b, filter, judge, quality }),
    [a, b, filter, judge, quality],
  );
  useEffect(() => askFlips(question), [question]);
  const controls = (
    <>
      <MetricSelect
        label="Judged by"
        metrics={metrics}
        value={judge}
        onChange={(next) => chooseCompare({ judge: next })}
      />
      against
      <MetricSelect
        label="Quality by"
        metrics={metrics}
        value={quality}
        onChange={(next) => chooseCompare({ quality: next })}
      />
    </>
  );
  return (
    <Section title="Flips between judge and quality" controls={controls}>
      <WithAnswer state={state} onRetry={() => askFlips(question)}>
        {(report) => <Flips report={report} />}
      </WithAnswer>
    </Section>
  );
}

function Flips({ report }: { readonly report: FlipReport }) {
  const label = useMetricLabel();
  const by = useComparedBy(report.judge);
  const [judge, quality] = [label(report.judge), label(report.quality)];
  const { n, nFlips } = report;
  const share = n === 0 ? '' : ` (${((100 * nFlips) / n).toFixed(1)} %)`;
  return (
    <>
      <Said notes={report.notes.map(({ message }) => message)} />
      {n > 0 && (
        <div className={styles.columns}>
          <div>
            <p className={styles.sentence}>
              On {formatCounted(nFlips, 'instance')} of {n.toLocaleString('en')}
              {share} {judge} prefers one model and {quality} the other.
              {nFlips > 0 && (
                <>
                  {' '}
                  <a href={hrefOf(routeOfNode(by, flipsNode(report)))}>Open them</a>
                </>
              )}
            </p>
            <FlipTable report={report} by={by} judge={judge} quality={quality} />
          </div>
          {nFlips > 0 && <FlipList report={report} by={by} judge={judge} quality={quality} />}
        </div>
      )}
    </>
  );
}

function FlipList({
  report,
  by,
  judge,
  quality,
}: {
  readonly report: FlipReport;
  readonly by: ComparedBy;
  readonly judge: string;
  readonly quality: string;
}) {
  return (
    <div className={styles.list} tabIndex={0} role="group" aria-label="Flips, the largest first">
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">Largest flips</th>
            <th scope="col">{judge} A</th>
            <th scope="col">{judge} B</th>
            <th scope="col">A − B</th>
            <th scope="col">{quality} A</th>
            <th scope="col">{quality} B</th>
            <th scope="col">A − B</th>
          </tr>
        </thead>
        <tbody>
          {report.flips.map(({ key, judgeA, judgeB, qualityA, qualityB }) => (
            <tr key={key}>
              <td>
                <a href={hrefOf(routeOfInstance(by, key))} title={key}>
                  {shortKey(key)}
                </a>
              </td>
              <td>{formatScore(judgeA)}</td>
              <td>{formatScore(judgeB)}</td>
              <td>{formatDelta(judgeA - judgeB)}</td>
              <td>{formatScore(qualityA)}</td>
              <td>{formatScore(qualityB)}</td>
              <td>{formatDelta(qualityA - qualityB)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
