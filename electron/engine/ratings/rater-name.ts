/** By which two names are of one person: blanks, case and Unicode spelling tell nobody apart. */
export function nameKey(name: string): string {
  return name.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();
}
