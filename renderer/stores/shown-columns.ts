// Which columns of the instances table are shown. Pure: what the address says goes before what this
// machine remembers, and what is not said is as shipped.

/** Columns that are no figures, in their order. */
export const BASE_COLUMNS = ['task', 'flow', 'strip', 'delta', 'problems'] as const;
export type BaseColumn = (typeof BASE_COLUMNS)[number];

const SHOWN_AT_FIRST: ReadonlySet<string> = new Set([...BASE_COLUMNS, 'StS', 'LeS', 'SC']);

/** Column id (a base column, or a metric) → shown or hidden, against what is shipped. */
export type ColumnOverrides = Readonly<Record<string, boolean>>;

const SEPARATOR = '~';

export function isShownAtFirst(id: string): boolean {
  return SHOWN_AT_FIRST.has(id);
}

/** The columns of `ids` that an address or else this machine shows. */
export function shownColumns(
  ids: readonly string[],
  param: string | undefined,
  kept: ColumnOverrides,
): ReadonlySet<string> {
  const named = param === undefined ? undefined : new Set(param.split(SEPARATOR));
  const isShown = (id: string) => named?.has(id) ?? kept[id] ?? isShownAtFirst(id);
  return new Set(ids.filter(isShown));
}

/** The address's `cols` for what is shown; undefined where that is as shipped. */
export function formatColumns(
  ids: readonly string[],
  shown: ReadonlySet<string>,
): string | undefined {
  const isAsShipped = ids.every((id) => shown.has(id) === isShownAtFirst(id));
  return isAsShipped ? undefined : ids.filter((id) => shown.has(id)).join(SEPARATOR) || 'none';
}
