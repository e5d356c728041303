import { useMemo } from 'react';
import type { InstanceMode } from '../../../../shared/model/filter.ts';
import { formatCount } from '../../../components/score/format-score.ts';
import { useAction } from '../../../hooks/use-action.ts';
import { setMode, setModeMetric } from '../../../stores/filter-edit.ts';
import { useModeCount, useModeMetric } from '../../../stores/modes-store.ts';
import { useMetrics, useModels } from '../../../stores/models-store.ts';
import { currentRoute, navigate, useRoute } from '../../../stores/route-store.ts';
import styles from './ModeBar.module.css';
import { MODE_LABELS, nextMode, SIMPLE_MODES } from './mode-labels.ts';

const TONES: Partial<Record<InstanceMode, string>> = { aWorse: 'a', bWorse: 'b' };
const NEEDS_PAIR: readonly InstanceMode[] = ['aWorse', 'bWorse', 'different'];

const go = (mode: InstanceMode | undefined) =>
  navigate({ filter: setMode(currentRoute().filter, mode) });

/** One click to the instances that need a look, each with how many there are. */
export function ModeBar() {
  const mode = useRoute((route) => route.filter.mode);
  const hasPair = useModels().length > 1;
  const offered = useMemo(
    () => SIMPLE_MODES.filter((each) => hasPair || !NEEDS_PAIR.includes(each)),
    [hasPair],
  );
  useAction('mode.next', () => go(nextMode(currentRoute().filter.mode, 1, offered)));
  useAction('mode.previous', () => go(nextMode(currentRoute().filter.mode, -1, offered)));
  return (
    <div className={styles.bar} role="group" aria-label="One-click sets">
      <button
        type="button"
        className={styles.mode}
        aria-pressed={mode === undefined}
        onClick={() => go(undefined)}
      >
        All
      </button>
      {offered.map((each) => (
        <Mode key={each} mode={each} isOn={mode === each} />
      ))}
      {hasPair && <ComparedBy />}
    </div>
  );
}

function Mode({ mode, isOn }: { readonly mode: InstanceMode; readonly isOn: boolean }) {
  const count = useModeCount(mode);
  const tone = TONES[mode];
  return (
    <button
      type="button"
      className={styles.mode}
      aria-pressed={isOn}
      data-zero={count?.count === 0 || undefined}
      data-tip={count?.unavailable ?? count?.means}
      onClick={() => go(isOn ? undefined : mode)}
    >
      {tone === undefined ? (
        MODE_LABELS[mode]
      ) : (
        <>
          <i data-tone={tone}>{tone.toUpperCase()}</i> worse
        </>
      )}
      {count !== undefined && (
        <span className={styles.count}>
          {count.unavailable === undefined ? formatCount(count.count) : '—'}
        </span>
      )}
    </button>
  );
}

/** By which metric A and B are compared. */
function ComparedBy() {
  const used = useModeMetric();
  const models = useModels();
  const [a, b] = models;
  const common = useMetrics().filter(
    ({ id }) => a?.metrics.includes(id) === true && b?.metrics.includes(id) === true,
  );
  if (common.length === 0) return <span className={styles.by}>no metric in common</span>;
  return (
    <label className={styles.by}>
      by
      <select
        aria-label="Compare A and B by"
        value={used ?? ''}
        onChange={(event) =>
          navigate({ filter: setModeMetric(currentRoute().filter, event.target.value) })
        }
      >
        {used === undefined && <option value="">—</option>}
        {common.map(({ id, label }) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
      </select>
    </label>
  );
}
