import type { CompareEntry } from '../../../define.ts';
import type { Sheet } from '../read-table.ts';

/** A sheet with the column of the instance that it stands in. */
export interface ComparedSheet {
  readonly entry: CompareEntry;
  readonly table: number;
  /** Its place among the sheets of its table. */
  readonly at: number;
  readonly sheet: Sheet;
}

/** What a pane's cells are held against: the first sheet, or for this one all others. */
export interface Partner {
  readonly entry: CompareEntry;
  readonly sheet: Sheet;
  readonly rows: Int32Array;
}
