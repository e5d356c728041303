import { ListFilter, SearchX } from 'lucide-react';
import { useEffect, useMemo } from 'react';
import { Button } from '../../components/button/Button.tsx';
import { EmptyState } from '../../components/empty-state/EmptyState.tsx';
import { ErrorText } from '../../components/error-text/ErrorText.tsx';
import { ModalitySprite } from '../../components/modality-icon/ModalitySprite.tsx';
import { useAction } from '../../hooks/use-action.ts';
import { reloadInstances, useInstances } from '../../stores/instances-store.ts';
import { useMetrics, useModels } from '../../stores/models-store.ts';
import { useProject } from '../../stores/project-store.ts';
import { isEmptyFilter } from '../../stores/route.ts';
import { navigate, useRoute } from '../../stores/route-store.ts';
import { wantTaxonomy } from '../../stores/taxonomy-store.ts';
import { isMetricShown, toggleFacets, useTableLayout } from '../../stores/table-layout-store.ts';
import { FacetPanel } from './FacetPanel.tsx';
import { InstancesTable } from './InstancesTable.tsx';
import styles from './InstancesView.module.css';
import { Toolbar } from './Toolbar.tsx';

/** All instances of the project × the chosen models, to be filtered, searched, sorted and opened. */
export function InstancesView() {
  const list = useInstances((state) => state.list);
  const areFacetsShown = useTableLayout((layout) => layout.areFacetsShown);
  const filter = useRoute((route) => route.filter);
  const choice = useColumnChoice();
  useAction('facets.toggle', toggleFacets);
  useAction('filter.clear', isEmptyFilter(filter) ? undefined : () => navigate({ filter: {} }));
  return (
    <div className={styles.view}>
      <h1 className="visually-hidden">Instances</h1>
      <ModalitySprite />
      {areFacetsShown && <FacetPanel />}
      <section className={styles.content} aria-label="Table">
        <Toolbar shownMetrics={choice.metrics} deltaMetric={choice.deltaMetric} />
        {list.error?.code === 'bad-query' ? (
          <EmptyState
            icon={SearchX}
            title="There is nothing to search for yet"
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
          <InstancesTable {...choice} />
        )}
      </section>
    </div>
  );
}

/** Columns by models, the metrics that have figures, and the layout kept on this machine. */
function useColumnChoice() {
  const models = useModels();
  const all = useMetrics();
  const shown = useTableLayout((layout) => layout.metrics);
  const kept = useTableLayout((layout) => layout.deltaMetric);
  // a sort by difference names its metric: the address goes before the layout
  const sorted = useRoute((route) => (route.sort.by === 'delta' ? route.sort.metric : undefined));
  const metrics = useMemo(
    () =>
      all.filter(
        (metric) =>
          isMetricShown({ metrics: shown }, metric.id) &&
          models.some((model) => model.metrics.includes(metric.id)),
      ),
    [all, models, shown],
  );
  useEffect(() => wantTaxonomy(), []);
  return { models, metrics, deltaMetric: sorted ?? kept };
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
