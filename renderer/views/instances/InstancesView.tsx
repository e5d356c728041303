import { ListFilter, SearchX } from 'lucide-react';
import { useEffect } from 'react';
import { Button } from '../../components/button/Button.tsx';
import { EmptyState } from '../../components/empty-state/EmptyState.tsx';
import { ErrorText } from '../../components/error-text/ErrorText.tsx';
import { ModalitySprite } from '../../components/modality-icon/ModalitySprite.tsx';
import { useAction } from '../../hooks/use-action.ts';
import { reloadInstances, useInstances } from '../../stores/instances-store.ts';
import { useProject } from '../../stores/project-store.ts';
import { isEmptyFilter } from '../../stores/route.ts';
import { navigate, useRoute } from '../../stores/route-store.ts';
import { wantTaxonomy } from '../../stores/taxonomy-store.ts';
import { toggleFacets, toggleHistograms, useTableLayout } from '../../stores/table-layout-store.ts';
import { BulkNotice } from './bulk/BulkNotice.tsx';
import { useColumns } from './columns/use-columns.ts';
import { FacetPanel } from './FacetPanel.tsx';
import { FilterChips } from './FilterChips.tsx';
import { HistogramBand } from './histograms/HistogramBand.tsx';
import { InstancesTable } from './InstancesTable.tsx';
import styles from './InstancesView.module.css';
import { Toolbar } from './Toolbar.tsx';

/** All instances of the project × the chosen models, to be filtered, searched, sorted and opened. */
export function InstancesView() {
  const list = useInstances((state) => state.list);
  const areFacetsShown = useTableLayout((layout) => layout.areFacetsShown);
  const filter = useRoute((route) => route.filter);
  const areHistogramsShown = useTableLayout((layout) => layout.areHistogramsShown);
  const columns = useColumns();
  useEffect(() => wantTaxonomy(), []);
  useAction('facets.toggle', toggleFacets);
  useAction('histograms.toggle', toggleHistograms);
  useAction('filter.clear', isEmptyFilter(filter) ? undefined : () => navigate({ filter: {} }));
  return (
    <div className={styles.view}>
      <h1 className="visually-hidden">Instances</h1>
      <ModalitySprite />
      {areFacetsShown && <FacetPanel />}
      <section className={styles.content} aria-label="Table">
        <Toolbar columns={columns} />
        {areHistogramsShown && <HistogramBand metrics={columns.metrics} />}
        {/* below what is brushed and clicked, which so stays where it is */}
        <FilterChips />
        <BulkNotice />
        {list.error?.code === 'bad-query' ? (
          <EmptyState
            icon={SearchX}
            title="This filter cannot be read yet"
            hint={list.error.message}
          />
        ) : list.status === 'failed' && list.error !== undefined ? (
          <div className={styles.state}>
            <ErrorText
              error={list.error}
              actions={<Button onClick={() => reloadInstances()}>Try again</Button>}
            />
          </div>
        ) : list.status === 'ready' && list.total === 0 ? (
          <NothingHere />
        ) : (
          <InstancesTable {...columns} />
        )}
      </section>
    </div>
  );
}

function NothingHere() {
  const filter = useRoute((route) => route.filter);
  const project = useProject();
  const isIndexing = filter.search !== undefined && (project?.searchPending ?? 0) > 0;
  if (isEmptyFilter(filter)) {
    return (
      <EmptyState
        icon={ListFilter}
        title="This project has no instances yet"
        hint="Import a dataset folder, then the predictions of one or more models."
        actions={
          <Button variant="primary" onClick={() => navigate({ screen: 'import' })}>
            Import files
          </Button>
        }
      />
    );
  }
  return (
    <EmptyState
      icon={ListFilter}
      title="No instance matches"
      hint={
        isIndexing
          ? 'The search index is still being built: more may be found in a moment.'
          : 'Take away one of the conditions above, or all of them.'
      }
      actions={<Button onClick={() => navigate({ filter: {} })}>Clear all filters</Button>}
    />
  );
}
