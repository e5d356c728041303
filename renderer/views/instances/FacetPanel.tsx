import { FACET_IDS } from '../../../shared/model/filter.ts';
import { ErrorText } from '../../components/error-text/ErrorText.tsx';
import { useFacetsStore } from '../../stores/facets-store.ts';
import { Facet } from './Facet.tsx';
import styles from './FacetPanel.module.css';
import { Disagreements } from './modes/Disagreements.tsx';
import { StateFilter } from './StateFilter.tsx';

/** What the instances can be narrowed by, each value with its count over the other conditions. */
export function FacetPanel() {
  const facets = useFacetsStore((state) => state.facets);
  const hasValues = useFacetsStore((state) => state.last !== undefined);
  return (
    <aside className={styles.panel} aria-label="Filters" aria-busy={facets.status === 'loading'}>
      <StateFilter />
      <Disagreements />
      {/* a filter that cannot be read is told where the rows would be */}
      {facets.status === 'failed' && !hasValues && facets.error.code !== 'bad-query' ? (
        <div className={styles.error}>
          <ErrorText error={facets.error} />
        </div>
      ) : (
        FACET_IDS.map((facet) => <Facet key={facet} facet={facet} />)
      )}
    </aside>
  );
}
