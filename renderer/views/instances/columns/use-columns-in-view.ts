import { useMemo, useState, type UIEvent } from 'react';
import type { LeafColumn } from '../TableRow.tsx';
import { columnsInView } from './columns-in-view.ts';

/** A scroll to the side is followed in such steps, so that not every pixel draws all rows anew. */
const STEP_PX = 120;

/** The columns that are drawn, each with its place in the grid: of a wide table those in view. */
export function useColumnsInView(
  leaves: readonly LeafColumn[],
  widthsPx: readonly number[],
  viewPx: number | undefined,
): {
  readonly columns: readonly LeafColumn[];
  readonly onScroll: (event: UIEvent<HTMLElement>) => void;
} {
  const [leftPx, setLeft] = useState(0);
  const widths = widthsPx.join();
  const columns = useMemo(() => {
    if (viewPx === undefined || viewPx === 0) return leaves;
    const seen = columnsInView(widths.split(',').map(Number), leftPx, viewPx);
    return seen.length === leaves.length ? leaves : seen.flatMap((index) => leaves[index] ?? []);
  }, [leaves, widths, leftPx, viewPx]);
  return {
    columns,
    onScroll: ({ currentTarget: { scrollLeft } }) =>
      setLeft(Math.round(scrollLeft / STEP_PX) * STEP_PX),
  };
}
