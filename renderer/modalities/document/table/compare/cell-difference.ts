/** `written`: the same, written another way; `other`: not the same. */
export type CellDifference = 'same' | 'written' | 'other';

/** Compares two cells; an absent one is empty. */
export function cellDifference(one: string | undefined, other: string | undefined): CellDifference {
  const [a, b] = [one ?? '', other ?? ''];
  if (a === b) return 'same';
  return plainCell(a) === plainCell(b) ? 'written' : 'other';
}

const NUMBER = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/;

const GROUPED = /^[-+]?\d{1,3}(,\d{3})+(\.\d+)?$/;

/** What a cell says: blanks, letter case and how a number is written are manners of writing. */
export function plainCell(text: string): string {
  // most cells are plain ASCII, and there are millions of them
  const composed = /[^ -~]/.test(text) ? text.normalize('NFKC') : text;
  const folded = composed.trim().replace(/\s+/g, ' ').toLowerCase();
  const number = GROUPED.test(folded) ? folded.replaceAll(',', '') : folded;
  return NUMBER.test(number) && number.length < 16 ? String(Number(number)) : folded;
}
