import type { TextComparison } from './compare-texts.ts';
import type { DiffItem } from './fold-rows.ts';

export const LINE_PX = { code: 18, prose: 20 } as const;
const GAP_PX = 24;
const CHARACTER_PX = { code: 7.2, prose: 6.6 } as const;
/** Numbers, signs and padding beside the text of one side. */
const BESIDE_PX = 76;

/** About how high an item will be; measured when it is drawn. */
export function heightOf(
  item: DiffItem | undefined,
  { left, right, rows }: TextComparison,
  {
    width,
    isInline,
    face,
  }: { readonly width: number; readonly isInline: boolean; readonly face: 'code' | 'prose' },
): number {
  if (item?.kind !== 'row') return GAP_PX;
  const room = Math.max(80, width / (isInline ? 1 : 2) - BESIDE_PX);
  const one = left.texts[rows.left[item.row] ?? -1]?.length ?? 0;
  const other = right.texts[rows.right[item.row] ?? -1]?.length ?? 0;
  const longer = item.side === 'left' ? one : item.side === 'right' ? other : Math.max(one, other);
  return LINE_PX[face] * Math.max(1, Math.ceil((longer * CHARACTER_PX[face]) / room));
}
