import { Download, ChartNoAxesColumn, PanelLeft } from 'lucide-react';
import { useState } from 'react';
import { IconButton } from '../../components/button/IconButton.tsx';
import { formatCount } from '../../components/score/format-score.ts';
import { useAction } from '../../hooks/use-action.ts';
import { useInstances } from '../../stores/instances-store.ts';
import { useProject } from '../../stores/project-store.ts';
import { toggleFacets, toggleHistograms, useTableLayout } from '../../stores/table-layout-store.ts';
import { BulkMenu } from './bulk/BulkMenu.tsx';
import { ColumnsMenu } from './columns/ColumnsMenu.tsx';
import type { ColumnState } from './columns/use-columns.ts';
import { ExportDialog } from './export/ExportDialog.tsx';
import { ExpressionBox } from './expression/ExpressionBox.tsx';
import { ExpressionProblem } from './expression/ExpressionProblem.tsx';
import { useExpression } from './expression/use-expression.ts';
import { ModelPicker } from './ModelPicker.tsx';
import { ModeBar } from './modes/ModeBar.tsx';
import { SavedViews } from './saved/SavedViews.tsx';
import { SearchBox } from './SearchBox.tsx';
import styles from './Toolbar.module.css';

/** Above the table: search, what is found and what can be done with it; one-click sets, and a typed filter. */
export function Toolbar({ columns }: { readonly columns: ColumnState }) {
  const areFacetsShown = useTableLayout((layout) => layout.areFacetsShown);
  const areHistogramsShown = useTableLayout((layout) => layout.areHistogramsShown);
  const expression = useExpression();
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
        <IconButton
          label={areHistogramsShown ? 'Hide the histograms' : 'Show the histograms'}
          action="histograms.toggle"
          isPressed={areHistogramsShown}
          onClick={toggleHistograms}
        >
          <ChartNoAxesColumn size={15} />
        </IconButton>
        <SearchBox />
        <ResultCount />
        <span className={styles.space} />
        <ModelPicker />
        <BulkMenu />
        <SavedViews />
        <ColumnsMenu columns={columns} />
        <Export />
      </div>
      <div className={styles.sets}>
        <ModeBar />
        <ExpressionBox state={expression} />
      </div>
      <ExpressionProblem state={expression} />
    </div>
  );
}

function Export() {
  const total = useInstances((state) => state.list.total);
  const [isOpen, setOpen] = useState(false);
  useAction('table.export', total === 0 ? undefined : () => setOpen(true));
  return (
    <>
      <IconButton
        label="Export the current set"
        isDisabled={total === 0}
        onClick={() => setOpen(true)}
      >
        <Download size={15} />
      </IconButton>
      {isOpen && <ExportDialog onClose={() => setOpen(false)} />}
    </>
  );
}

function ResultCount() {
  const list = useInstances((state) => state.list);
  const all = useProject()?.instances ?? 0;
  if (list.status !== 'ready' && list.pages.size === 0) return null;
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
