/** `written`: the same, written another way; `other`: not the same. */
export type CellDifference = 'same' | 'written' | 'other';

/** Compares two cells; an absent one is empty. */
export function cellDifference(one: string | undefined, other: string | undefined): CellDifference {
  const [a, b] = [one ?? '', other ?? ''];
  if (a === b) return 'same';
  const [x, y] = [plain(a), plain(b)];
  if (x === y) return 'written';
  const areNumbers = NUMBER.test(x) && NUMBER.test(y);
  return areNumbers && Number(x) === Number(y) ? 'written' : 'other';
}

const NUMBER = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/;

/** Blanks, letter case and the thousands' commas are manners of writing. */
function plain(text: string): string {
  const folded = text.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();
  return /^[-+]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(folded) ? folded.replaceAll(',', '') : folded;
}
