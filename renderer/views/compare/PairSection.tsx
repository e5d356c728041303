import { useEffect } from 'react';
import { askPair, useCompare } from '../../stores/compare-store.ts';
import { THRESHOLDS } from '../../stores/compare-options.ts';
import { useRoute } from '../../stores/route-store.ts';
import { PairTable } from './PairTable.tsx';
import { Said, Section, WithAnswer } from './Section.tsx';
import { chooseCompare, useCompareOptions } from './use-compare.ts';
import { generalNotes } from './verdict.ts';

/** Every metric that the two models have, on the instances that both have it of. */
export function PairSection({
  a,
  b,
  metric,
}: {
  readonly a: string;
  readonly b: string;
  readonly metric: string | undefined;
}) {
  const filter = useRoute((route) => route.filter);
  const { threshold } = useCompareOptions();
  const state = useCompare(({ pair }) => pair);
  useEffect(() => askPair({ a, b, filter, threshold }), [a, b, filter, threshold]);
  const controls = (
    <label>
      Improved or regressed from
      <select
        value={threshold}
        onChange={({ target }) => chooseCompare({ threshold: Number(target.value) })}
      >
        {THRESHOLDS.map((each) => (
          <option key={each} value={each}>
            {Math.round(each * 100)} points
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <Section
      title="Paired differences"
      controls={controls}
      note="On the instances that both models have a figure of. A verdict is given where Wilcoxon’s test, corrected by Holm for the metrics shown, is below 0.05."
    >
      <WithAnswer state={state} onRetry={() => askPair({ a, b, filter, threshold })}>
        {(comparison) => (
          <>
            <Said notes={generalNotes(comparison.notes)} />
            {comparison.instances > 0 && comparison.metrics.length > 0 && (
              <PairTable comparison={comparison} metric={metric} />
            )}
          </>
        )}
      </WithAnswer>
    </Section>
  );
}
