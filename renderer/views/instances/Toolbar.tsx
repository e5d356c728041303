import { PanelLeft } from 'lucide-react';
import type { MetricDescriptor } from '../../../shared/model/score.ts';
import { IconButton } from '../../components/button/IconButton.tsx';
import { formatCount } from '../../components/score/format-score.ts';
import { useInstances } from '../../stores/instances-store.ts';
import { useProject } from '../../stores/project-store.ts';
import { toggleFacets, useTableLayout } from '../../stores/table-layout-store.ts';
import { ColumnsMenu } from './ColumnsMenu.tsx';
import { FilterChips } from './FilterChips.tsx';
import { ModelPicker } from './ModelPicker.tsx';
import { SearchBox } from './SearchBox.tsx';
import styles from './Toolbar.module.css';

/** Above the table: search, what is found, which models and columns; below it the active filters. */
export function Toolbar({
  shownMetrics,
  deltaMetric,
}: {
  readonly shownMetrics: readonly MetricDescriptor[];
  readonly deltaMetric: string;
}) {
  const areFacetsShown = useTableLayout((layout) => layout.areFacetsShown);
  return (
    <div className={styles.toolbar}>
      <div className={styles.line} role="toolbar" aria-label="Table">
        <IconButton
          label={areFacetsShown ? 'Hide the filters' : 'Show the filters'}
          action="facets.toggle"
          isPressed={areFacetsShown}
          onClick={toggleFacets}
        >
          <PanelLeft size={15} />
        </IconButton>
        <SearchBox />
        <ResultCount />
        <span className={styles.space} />
        <ModelPicker />
        <ColumnsMenu shownMetrics={shownMetrics} deltaMetric={deltaMetric} />
      </div>
      <FilterChips />
    </div>
  );
}

function ResultCount() {
  const list = useInstances((state) => state.list);
  const all = useProject()?.instances ?? 0;
  if (list.status === 'idle' || (list.status === 'loading' && list.pages.size === 0)) return null;
  return (
    <span className={styles.count} role="status">
      {list.total === all ? (
        <>
          <b>{formatCount(all)}</b> instances
        </>
      ) : (
        <>
          <b>{formatCount(list.total)}</b> of {formatCount(all)}
        </>
      )}
    </span>
  );
}
