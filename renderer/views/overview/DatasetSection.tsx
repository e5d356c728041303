import { useEffect, useMemo } from 'react';
import type { DatasetStatistics, SizeHistogram } from '../../../shared/model/analysis.ts';
import { Chart } from '../../components/chart/Chart.tsx';
import type { ChartSpec } from '../../components/chart/chart-spec.ts';
import { ErrorText } from '../../components/error-text/ErrorText.tsx';
import { formatCount, formatCounted } from '../../components/score/format-score.ts';
import { latestAnswer } from '../../stores/asked-loader.ts';
import { askDatasetStats, useDatasetStats } from '../../stores/dataset-stats-store.ts';
import { useRoute } from '../../stores/route-store.ts';
import type { Words } from './chart-specs.ts';
import {
  capabilitySpec,
  combinationSpec,
  difficultySpec,
  fieldSpec,
  modalitySpec,
  sizeSpec,
  MOST_COMBINATIONS,
  subdomainSpec,
} from './dataset-specs.ts';
import styles from './DatasetSection.module.css';
import { useWords } from './use-words.ts';

/** What the set consists of. */
export function DatasetSection() {
  const filter = useRoute((route) => route.filter);
  useEffect(() => askDatasetStats({ filter }), [filter]);
  const state = useDatasetStats(({ stats }) => stats);
  const stats = latestAnswer(state);
  const words = useWords();
  const specs = useMemo(
    () => (stats === undefined ? undefined : specsOf(stats, words)),
    [stats, words],
  );
  if (stats === undefined || specs === undefined)
    return state.status === 'failed' ? <ErrorText error={state.error} /> : null;
  return (
    <section className={styles.section} aria-labelledby="dataset-title">
      <header className={styles.bar}>
        <h2 id="dataset-title">Dataset</h2>
        <p>{factsOf(stats).join(' · ')}</p>
      </header>
      <div className={styles.columns}>
        {specs.map((column, index) => (
          <div key={index}>
            {column.map(({ spec, heightPx, note }) => (
              <Chart key={spec.title} spec={spec} heightPx={heightPx} note={note} level={3} />
            ))}
          </div>
        ))}
      </div>
    </section>
  );
}

function factsOf(stats: DatasetStatistics): readonly string[] {
  const { combinations, problems, subdomains } = stats;
  return [
    formatCounted(stats.instances, 'instance'),
    formatCounted(subdomains.length, 'subdomain'),
    formatCounted(combinations.length, 'combination'),
    problems.total === 0
      ? 'no problems'
      : `${formatCounted(problems.total, 'problem')} in ${formatCounted(problems.instances, 'instance')}`,
  ];
}

interface Sized {
  readonly spec: ChartSpec;
  readonly heightPx: number;
  readonly note: string | undefined;
}

/** Lying bars: a line each, and the axis. */
const sized = (spec: ChartSpec, note?: string): Sized => ({
  spec,
  heightPx:
    34 + (spec.series.length > 1 ? 24 : 0) + spec.categories.length * spec.series.length * 20,
  note,
});

const HISTOGRAM_PX = 150;

function histogram(sizes: SizeHistogram, words: Words): Sized {
  const { median, nAbove, edges } = sizes;
  const last = formatCount(edges.at(-1) ?? 0);
  const notes = [
    ...(median === undefined ? [] : [`Median ${formatCount(median)}.`]),
    ...(nAbove === 0 ? [] : [`${formatCounted(nAbove, 'instance')} with ${last} or more.`]),
  ];
  const spec = sizeSpec(sizes, words);
  return { spec, heightPx: HISTOGRAM_PX, note: notes.length === 0 ? undefined : notes.join(' ') };
}

/** Three columns of about the same height. */
function specsOf(stats: DatasetStatistics, words: Words): readonly (readonly Sized[])[] {
  const rare = stats.combinations.length - MOST_COMBINATIONS;
  const sizes = stats.sizes
    .filter(({ n }) => n > 0)
    .map((each) => ({ of: each.of, chart: histogram(each, words) }));
  const sizesOf = (of: SizeHistogram['of']) =>
    sizes.filter((each) => each.of === of).map(({ chart }) => chart);
  return [
    [sized(subdomainSpec(stats, words)), ...sizesOf('characters')],
    [
      sized(
        combinationSpec(stats, words),
        rare > 0 ? `The ${MOST_COMBINATIONS} most frequent; ${rare} more are rarer.` : undefined,
      ),
      sized(fieldSpec(stats, words)),
      ...sizesOf('items'),
    ],
    [
      sized(difficultySpec(stats, words)),
      sized(modalitySpec(stats, words)),
      ...(stats.capabilities.length === 0 ? [] : [sized(capabilitySpec(stats, words))]),
    ],
  ];
}
