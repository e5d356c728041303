// Puts the records that are kept back together as their file had them. Pure.

/** A record that is kept. */
export interface KeptRecord {
  readonly byteStart: number;
  readonly byteEnd: number;
  /** Undefined: its bytes as they stand. */
  readonly revised: string | undefined;
}

const BLANK = /^[\s\uFEFF]*$/;
const LIST_OPENING = /^[\s\uFEFF]*\[[\s]*$/;
const SEPARATOR = /^\s*,?\s*$/;

/**
 * What stood before the first record (an opening bracket, a byte order mark), between two and behind the
 * last one stays, as long as it is no more than blanks and brackets: prose between records is left out.
 * With every record kept and none revised the file is the same, byte for byte, but for such prose.
 *
 * @param all  places of all records of the file, in order
 * @param kept  of these, by `byteStart`
 */
export function joinRecords(
  bytes: Buffer,
  all: readonly { readonly byteStart: number; readonly byteEnd: number }[],
  kept: ReadonlyMap<number, KeptRecord>,
): Buffer {
  const between = (from: number, to: number) => bytes.toString('utf8', from, to);
  const gaps = all.map(({ byteStart }, at) => between(all[at - 1]?.byteEnd ?? 0, byteStart));
  const usual = usualGap(gaps.slice(1));
  const opening = gaps[0] ?? '';
  const isList = LIST_OPENING.test(opening);
  const parts: Buffer[] = [];
  const put = (text: string) => void parts.push(Buffer.from(text, 'utf8'));
  put(isList || BLANK.test(opening) ? opening : markOf(opening));
  all.forEach(({ byteStart }, at) => {
    const record = kept.get(byteStart);
    if (record === undefined) return;
    const gap = gaps[at] ?? '';
    const isFirst = parts.length === 1;
    if (!isFirst) put(SEPARATOR.test(gap) && at > 0 ? gap : usual);
    parts.push(
      record.revised === undefined
        ? bytes.subarray(byteStart, record.byteEnd)
        : Buffer.from(record.revised + blanksBehind(between(byteStart, record.byteEnd)), 'utf8'),
    );
  });
  const closing = between(all.at(-1)?.byteEnd ?? 0, bytes.length);
  const isClosing = isList ? /^\s*,?\s*\]\s*$/.test(closing) : BLANK.test(closing);
  put(isClosing ? closing : isList ? '\n]\n' : '\n');
  return Buffer.concat(parts);
}

/** What stands most often between two records. */
function usualGap(gaps: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const gap of gaps) if (SEPARATOR.test(gap)) counts.set(gap, (counts.get(gap) ?? 0) + 1);
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return most?.[0] ?? '\n';
}

/** A record of loose strings ends where the next begins: the line breaks between stay. */
const blanksBehind = (text: string) => text.slice(text.trimEnd().length);

const markOf = (opening: string) => (opening.startsWith('\uFEFF') ? '\uFEFF' : '');
