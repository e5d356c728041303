/**
 * Where AAC's own configuration (AudioSpecificConfig) begins inside the `esds` box of a sample
 * description.
 *
 * @returns undefined for other codecs
 */
export function aacConfigAt(description: Buffer): number | undefined {
  let at = description.indexOf('esds', 0, 'latin1');
  if (at === -1) return undefined;
  at += 8;
  // descriptors 3 (stream) and 4 (decoder) are entered past their fixed fields, 5 is the one sought
  for (const [tag, fixedBytes] of [
    [3, 3],
    [4, 13],
    [5, 0],
  ] as const) {
    if (description[at++] !== tag) return undefined;
    while (((description[at] ?? 0) & 0x80) !== 0) at++;
    at += 1 + fixedBytes;
  }
  return at;
}
