import { ChevronDown, ChevronRight } from 'lucide-react';
import { useId, useState } from 'react';
import type { FacetId } from '../../../shared/model/filter.ts';
import { isModalityId } from '../../../shared/model/modality.ts';
import { ModalityIcon } from '../../components/modality-icon/ModalityIcon.tsx';
import { formatCount } from '../../components/score/format-score.ts';
import { useFacet } from '../../stores/facets-store.ts';
import { setFacet, toggleFacetValue } from '../../stores/filter-edit.ts';
import { currentRoute, navigate, useRoute } from '../../stores/route-store.ts';
import { toggleFacetOpen, useTableLayout } from '../../stores/table-layout-store.ts';
import styles from './Facet.module.css';
import { FACET_LABELS } from '../../components/facet-labels/facet-labels.ts';
import { useFacetValueLabel } from './use-facet-value-label.ts';
import { visibleValues } from './visible-values.ts';

/** Values shown before "show all"; a facet with more can be searched. */
const SHORT = 7;

export function Facet({ facet }: { readonly facet: FacetId }) {
  const values = useFacet(facet);
  const chosen = useRoute((route) => route.filter.facets?.[facet]) ?? [];
  const isOpen = !useTableLayout((layout) => layout.closedFacets.includes(facet));
  const [isLong, setLong] = useState(false);
  const [text, setText] = useState('');
  const bodyId = useId();
  const facetValueLabel = useFacetValueLabel();
  if (values.length === 0 && chosen.length === 0) return null;
  const shown = visibleValues(values, chosen, {
    text,
    label: (value) => facetValueLabel(facet, value),
    limit: isLong || text !== '' ? 40 : SHORT,
  });
  const Chevron = isOpen ? ChevronDown : ChevronRight;
  return (
    <section className={styles.facet} aria-label={FACET_LABELS[facet]}>
      <header className={styles.header}>
        <h2>
          <button
            type="button"
            aria-expanded={isOpen}
            aria-controls={bodyId}
            onClick={() => toggleFacetOpen(facet)}
          >
            <Chevron size={13} aria-hidden="true" />
            {FACET_LABELS[facet]}
          </button>
        </h2>
        {chosen.length > 0 && (
          <button
            type="button"
            className={styles.clear}
            aria-label={`Clear ${FACET_LABELS[facet]}`}
            onClick={() => navigate({ filter: setFacet(currentRoute().filter, facet, []) })}
          >
            Clear
          </button>
        )}
      </header>
      {isOpen && (
        <div id={bodyId} className={styles.body}>
          {values.length > SHORT && isLong && (
            <input
              type="search"
              className={styles.search}
              placeholder={`Find in ${values.length}`}
              aria-label={`Find in ${FACET_LABELS[facet]}`}
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
          )}
          {shown.map(({ value, count }) => (
            <Value
              key={value}
              facet={facet}
              value={value}
              count={count}
              isChosen={chosen.includes(value)}
            />
          ))}
          {shown.length === 0 && <p className={styles.none}>None of {values.length} matches</p>}
          {values.length > SHORT && (
            <button
              type="button"
              className={styles.more}
              onClick={() => {
                setLong(!isLong);
                setText('');
              }}
            >
              {isLong ? 'Show fewer' : `Show all ${values.length}`}
            </button>
          )}
        </div>
      )}
    </section>
  );
}

function Value({
  facet,
  value,
  count,
  isChosen,
}: {
  readonly facet: FacetId;
  readonly value: string;
  readonly count: number;
  readonly isChosen: boolean;
}) {
  const facetValueLabel = useFacetValueLabel();
  return (
    <label className={styles.value} data-zero={count === 0 || undefined}>
      <input
        type="checkbox"
        checked={isChosen}
        onChange={() => navigate({ filter: toggleFacetValue(currentRoute().filter, facet, value) })}
      />
      {isModalityFacet(facet) && isModalityId(value) && (
        <ModalityIcon modality={value} size={13} isDecorative />
      )}
      <span className={styles.name}>{facetValueLabel(facet, value)}</span>
      <span className={styles.number}>{formatCount(count)}</span>
    </label>
  );
}

function isModalityFacet(facet: FacetId): boolean {
  return facet === 'inputModality' || facet === 'outputModality';
}
