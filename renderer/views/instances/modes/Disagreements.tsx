import { ChevronDown, ChevronRight } from 'lucide-react';
import { useId } from 'react';
import type { InstanceMode } from '../../../../shared/model/filter.ts';
import { formatCount } from '../../../components/score/format-score.ts';
import { setMode } from '../../../stores/filter-edit.ts';
import { useModeCount } from '../../../stores/modes-store.ts';
import { currentRoute, navigate, useRoute } from '../../../stores/route-store.ts';
import { toggleFacetOpen, useTableLayout } from '../../../stores/table-layout-store.ts';
import facet from '../Facet.module.css';
import styles from './Disagreements.module.css';
import { DISAGREEMENTS, MODE_LABELS } from './mode-labels.ts';

const SECTION = 'disagreements';

/** Sets of instances whose figures contradict each other, each a click away. */
export function Disagreements() {
  const isOpen = !useTableLayout((layout) => layout.closedFacets.includes(SECTION));
  const bodyId = useId();
  const Chevron = isOpen ? ChevronDown : ChevronRight;
  return (
    <section className={facet.facet} aria-label="Disagreements">
      <header className={facet.header}>
        <h2>
          <button
            type="button"
            aria-expanded={isOpen}
            aria-controls={bodyId}
            onClick={() => toggleFacetOpen(SECTION)}
          >
            <Chevron size={13} aria-hidden="true" />
            Disagreements
          </button>
        </h2>
      </header>
      {isOpen && (
        <div id={bodyId} className={facet.body} role="group" aria-label="Disagreements">
          {DISAGREEMENTS.map((mode) => (
            <Disagreement key={mode} mode={mode} />
          ))}
        </div>
      )}
    </section>
  );
}

function Disagreement({ mode }: { readonly mode: InstanceMode }) {
  const count = useModeCount(mode);
  const isOn = useRoute((route) => route.filter.mode === mode);
  const unavailable = count?.unavailable;
  return (
    <button
      type="button"
      className={styles.set}
      aria-pressed={isOn}
      data-zero={count?.count === 0 || undefined}
      data-tip={unavailable ?? count?.means}
      onClick={() => navigate({ filter: setMode(currentRoute().filter, isOn ? undefined : mode) })}
    >
      <span>{MODE_LABELS[mode]}</span>
      <span className={facet.number}>
        {count === undefined ? '' : unavailable === undefined ? formatCount(count.count) : '—'}
      </span>
    </button>
  );
}
