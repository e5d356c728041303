import { useCallback, useMemo } from 'react';
import { createViewerLink, type ViewerLink } from '../../modalities/viewer-link.ts';
import { useAlignment } from '../../stores/alignment-store.ts';
import { latest } from '../../stores/async-data.ts';
import { currentRoute } from '../../stores/route-store.ts';
import { alignedTable } from './aligned/aligned-rows.ts';
import { modelColumns, type Column } from './columns.ts';
import { parseLayout } from './layout-params.ts';
import { linkGroups, linkKey } from './link-groups.ts';

/** The link of an item in columns beside each other; undefined where it belongs to no other. */
export type LinkOf = (columnId: string, tag: string) => ViewerLink | undefined;

/**
 * One link for each group of items that belong together; the switch is asked at each telling. Rows that
 * were looked at are kept to, pairs made by hand too; none are asked for here.
 */
export function useColumnLinks(instanceKey: string, columns: readonly Column[]): LinkOf {
  const models = useMemo(() => modelColumns(columns).map(({ label }) => label), [columns]);
  const alignment = latest(useAlignment(instanceKey, models));
  const groups = useMemo(() => {
    const isShown = () => true;
    return linkGroups(columns, alignment && alignedTable(alignment, columns, isShown));
  }, [columns, alignment]);
  const links = useMemo(() => {
    const isOn = () => parseLayout(currentRoute().view).areViewsLinked;
    return new Map([...new Set(groups.values())].map((id) => [id, createViewerLink(isOn)]));
  }, [groups]);
  return useCallback(
    (columnId, tag) => links.get(groups.get(linkKey(columnId, tag)) ?? ''),
    [links, groups],
  );
}
