/** A whole number as typed. @returns undefined when it is none, or outside of the range */
export function countIn(text: string, least: number, most: number): number | undefined {
  const count = Number(text.trim());
  return text.trim() !== '' && Number.isInteger(count) && count >= least && count <= most
    ? count
    : undefined;
}
