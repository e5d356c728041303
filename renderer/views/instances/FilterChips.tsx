import { FACET_IDS } from '../../../shared/model/filter.ts';
import { Button } from '../../components/button/Button.tsx';
import { Chip } from '../../components/chip/Chip.tsx';
import { facetValues, setSearch, setState, toggleFacetValue } from '../../stores/filter-edit.ts';
import { countFilters } from '../../stores/route.ts';
import { navigate, useRoute } from '../../stores/route-store.ts';
import { FACET_LABELS } from './facet-labels.ts';
import styles from './FilterChips.module.css';
import { STATE_LABELS } from './StateFilter.tsx';
import { useFacetValueLabel } from './use-facet-value-label.ts';

/** Every active condition as a chip that takes it away. */
export function FilterChips() {
  const filter = useRoute((route) => route.filter);
  const facetValueLabel = useFacetValueLabel();
  if (countFilters(filter) === 0) return null;
  return (
    <div className={styles.chips} role="group" aria-label="Active filters">
      {filter.search !== undefined && (
        <Chip
          onRemove={() => navigate({ filter: setSearch(filter, '') })}
          removeLabel="Remove the search"
        >
          <small>Search</small>
          {filter.search}
        </Chip>
      )}
      {filter.state !== undefined && (
        <Chip
          onRemove={() => navigate({ filter: setState(filter, undefined) })}
          removeLabel={`Remove: ${STATE_LABELS[filter.state]}`}
        >
          {STATE_LABELS[filter.state]}
        </Chip>
      )}
      {FACET_IDS.flatMap((facet) =>
        facetValues(filter, facet).map((value) => (
          <Chip
            key={`${facet}:${value}`}
            onRemove={() => navigate({ filter: toggleFacetValue(filter, facet, value) })}
            removeLabel={`Remove: ${FACET_LABELS[facet]} ${facetValueLabel(facet, value)}`}
          >
            <small>{FACET_LABELS[facet]}</small>
            {facetValueLabel(facet, value)}
          </Chip>
        )),
      )}
      <Button variant="quiet" onClick={() => navigate({ filter: {} })}>
        Clear all
      </Button>
    </div>
  );
}
