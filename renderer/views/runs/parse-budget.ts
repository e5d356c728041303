/**
 * US dollars as typed.
 *
 * @returns undefined when nothing is given: no budget
 */
export function parseBudget(text: string): number | undefined | 'wrong' {
  const plain = text
    .trim()
    .replace(/^\$\s*/, '')
    .replace(',', '.');
  if (plain === '') return undefined;
  const usd = Number(plain);
  return usd >= 0 && usd <= 1_000_000 ? usd : 'wrong';
}
