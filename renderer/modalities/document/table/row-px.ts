/** Height of a row of a table, in CSS pixels. */
export const ROW_PX = 24;
