// How the instances table is laid out on this machine. The columns stand in the address, too, so that a
// link shows the same ones; widths and what is folded away are of this machine only.
import { create } from 'zustand';
import { createJSONStorage, persist } from 'zustand/middleware';
import { currentRoute, navigate } from './route-store.ts';
import { formatColumns, shownColumns, type ColumnOverrides } from './shown-columns.ts';
import { toggled } from './toggled.ts';

/** Address parameters of the table. */
export const COLUMNS_PARAM = 'cols';
export const DELTA_PARAM = 'delta';

interface TableLayout {
  /** Widths by column id, in pixels; a column that is not here has its own width. */
  readonly widths: Readonly<Record<string, number>>;
  readonly columns: ColumnOverrides;
  readonly deltaMetric: string;
  readonly areFacetsShown: boolean;
  readonly areHistogramsShown: boolean;
  readonly closedFacets: readonly string[];
}

const SHIPPED: TableLayout = {
  widths: {},
  columns: {},
  deltaMetric: 'StS',
  areFacetsShown: true,
  areHistogramsShown: true,
  closedFacets: ['difficulty', 'combination', 'capability'],
};

export const useTableLayout = create<TableLayout>()(
  persist((): TableLayout => SHIPPED, {
    name: 'loupe.table',
    version: 2,
    storage: createJSONStorage(() => localStorage),
    // the one before named metrics only, in the same form
    migrate: (kept) => {
      const { metrics, ...rest } = (kept ?? {}) as Partial<TableLayout> & {
        metrics?: ColumnOverrides;
      };
      return { ...SHIPPED, ...rest, columns: metrics ?? rest.columns ?? {} };
    },
  }),
);

/**
 * Shows or hides columns, here and in the address.
 *
 * @param ids  all columns that there are
 */
export function setColumns(ids: readonly string[], shown: ReadonlySet<string>): void {
  useTableLayout.setState(({ columns }) => ({
    columns: { ...columns, ...Object.fromEntries(ids.map((id) => [id, shown.has(id)])) },
  }));
  putParam(COLUMNS_PARAM, formatColumns(ids, shown));
}

export function toggleColumn(ids: readonly string[], id: string): void {
  const { [COLUMNS_PARAM]: param } = currentRoute().view;
  const shown = shownColumns(ids, param, useTableLayout.getState().columns);
  setColumns(ids, new Set(toggled([...shown], id)));
}

/** Metric of the A − B column; a table sorted by the difference stays sorted by it. */
export function setDeltaMetric(metric: string): void {
  useTableLayout.setState({ deltaMetric: metric });
  putParam(DELTA_PARAM, metric === SHIPPED.deltaMetric ? undefined : metric);
  const { sort } = currentRoute();
  if (sort.by === 'delta') navigate({ sort: { ...sort, metric } });
}

/** Says in the address what is shown here, so that a copy of it shows the same elsewhere. */
export function layoutToAddress(ids: readonly string[]): void {
  const { columns, deltaMetric } = useTableLayout.getState();
  const { view } = currentRoute();
  if (view[COLUMNS_PARAM] === undefined)
    putParam(COLUMNS_PARAM, formatColumns(ids, shownColumns(ids, undefined, columns)));
  if (view[DELTA_PARAM] === undefined && deltaMetric !== SHIPPED.deltaMetric)
    putParam(DELTA_PARAM, deltaMetric);
}

/** Sets a parameter of the table's own in the address, or takes it away. */
export function putParam(name: string, value: string | undefined): void {
  const { view } = currentRoute();
  if (view[name] === value) return;
  const { [name]: _before, ...rest } = view;
  navigate({ view: value === undefined ? rest : { ...rest, [name]: value } }, { replace: true });
}

export function toggleFacets(): void {
  useTableLayout.setState((layout) => ({ areFacetsShown: !layout.areFacetsShown }));
}

export function toggleHistograms(): void {
  useTableLayout.setState((layout) => ({ areHistogramsShown: !layout.areHistogramsShown }));
}

export function toggleFacetOpen(facet: string): void {
  useTableLayout.setState(({ closedFacets }) => ({
    closedFacets: toggled(closedFacets, facet),
  }));
}

export function setWidths(widths: Readonly<Record<string, number>>): void {
  useTableLayout.setState({ widths });
}
