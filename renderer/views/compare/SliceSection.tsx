import { useEffect, useMemo, useState } from 'react';
import type { SliceReport } from '../../../shared/model/comparison.ts';
import { Button } from '../../components/button/Button.tsx';
import { formatCount, formatCounted } from '../../components/score/format-score.ts';
import { askSlices, useCompare, type SlicesQuestion } from '../../stores/compare-store.ts';
import { useRoute } from '../../stores/route-store.ts';
import { Said, Section, WithAnswer } from './Section.tsx';
import { SliceControls } from './SliceControls.tsx';
import { SliceTable } from './SliceTable.tsx';
import { chooseCompare, useComparedBy, useCompareOptions, useMetricLabel } from './use-compare.ts';
import { LEVEL } from './verdict.ts';

/** Rows that are shown before more are asked for. */
const FIRST = 12;
/** A slice that holds one instance in six is large enough to look at in a small set. */
const SHARE = 6;

/** Where the two differ most, or, of one model alone, where it is best and worst. */
export function SliceSection({
  a,
  b,
  metric,
}: {
  readonly a: string;
  readonly b: string | undefined;
  readonly metric: string;
}) {
  const filter = useRoute((route) => route.filter);
  const { dimensions, depth, minSupport } = useCompareOptions();
  const label = useMetricLabel();
  const state = useCompare(({ slices }) => slices);
  const question = useMemo<SlicesQuestion>(
    () => ({ a, b, filter, metric, dimensions, depth, minSupport }),
    [a, b, filter, metric, dimensions, depth, minSupport],
  );
  useEffect(() => askSlices(question), [question]);
  const what = b === undefined ? `${label(metric)} of A` : `the difference in ${label(metric)}`;
  return (
    <Section
      title="Slices that stand out"
      controls={<SliceControls />}
      note={`Where ${what} is farthest from what it is everywhere else. One that only repeats a wider slice is left out.`}
    >
      <WithAnswer state={state} onRetry={() => askSlices(question)}>
        {(report) => <Slices report={report} />}
      </WithAnswer>
    </Section>
  );
}

function Slices({ report }: { readonly report: SliceReport }) {
  const [isAll, setIsAll] = useState(false);
  const by = useComparedBy(report.metric);
  const { slices, nTested, nTooSmall, minSupport } = report;
  const found = slices.filter(({ pBh }) => pBh < LEVEL).length;
  const smaller = Math.max(2, Math.floor(report.overall.n / SHARE));
  const canBeSmaller =
    smaller < minSupport &&
    2 * smaller <= report.overall.n &&
    report.notes.some(({ code }) => code === 'low-support');
  const shown = isAll ? slices : slices.slice(0, FIRST);
  const tested = `${formatCounted(nTested, 'slice')} tested and corrected for`;
  const small = `${formatCount(nTooSmall)} of fewer than ${formatCount(minSupport)} instances left out`;
  return (
    <>
      <Said notes={report.notes.map(({ message }) => message)} />
      {canBeSmaller && (
        <div>
          <Button onClick={() => chooseCompare({ minSupport: smaller })}>
            Ask for at least {smaller}
          </Button>
        </div>
      )}
      {nTested > 0 && (
        <p>
          {found === 0
            ? `No slice differs from the rest beyond doubt: ${tested}, ${small}. The least probable come first.`
            : `${found === slices.length ? 'At least ' : ''}${formatCounted(found, 'slice differs', 'slices differ')} beyond doubt (BH below ${String(LEVEL)}): ${tested}, ${small}.`}
        </p>
      )}
      {slices.length > 0 && <SliceTable report={report} slices={shown} by={by} />}
      {slices.length > FIRST && (
        <div>
          <Button variant="quiet" onClick={() => setIsAll(!isAll)}>
            {isAll ? `Show ${String(FIRST)}` : `Show all ${formatCount(slices.length)}`}
          </Button>
        </div>
      )}
    </>
  );
}
