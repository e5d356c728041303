// Where the next record seems to begin. Inside a valid string a quote is escaped, so `{"domain"`
// cannot be part of one.

/** Keys with which a record begins, and which stand on their own in a loose record (quirk 2). */
const FIRST_KEYS = ['domain', 'field', 'subdomain', 'id', 'difficulty_level'].map((key) =>
  Buffer.from(`"${key}"`),
);
/** Blanks and key after a `{` that are looked at; bytes before it on its line. */
const LOOK_AHEAD_BYTES = 96;
const LOOK_BEHIND_BYTES = 64;

/** How strictly the start of a record is recognised, see {@link findRecordStart}. */
export interface ResyncOptions {
  /** No bytes follow the end; else the last few are left for the next call. */
  readonly isAtEnd: boolean;
  /** Behind a line too long to be read, whose inner objects are no records. */
  readonly onlyAtLineStart?: boolean;
}

/**
 * Index of the next thing that looks like the start of a record: `{` with a key behind it at the
 * start of a line, `{` with one of the first keys of a record anywhere, or such a key on its own at
 * the start of a line (quirk 2).
 *
 * @returns `found`, or the index at which to go on once there is more
 */
export function findRecordStart(
  bytes: Buffer,
  from: number,
  end: number,
  options: ResyncOptions,
): { readonly found: number } | { readonly resumeAt: number } {
  const stop = options.isAtEnd ? end : Math.max(from, end - LOOK_AHEAD_BYTES);
  for (let at = from; at < stop; at++) {
    const byte = bytes[at];
    if (byte === 0x7b) {
      const keyAt = skipBlanks(bytes, at + 1, Math.min(end, at + LOOK_AHEAD_BYTES));
      const key = bytes[keyAt];
      if (keyAt >= end || (key !== 0x22 && key !== 0x7d)) continue;
      const isMarked = isFirstKey(bytes, keyAt, end) && options.onlyAtLineStart !== true;
      if (isMarked || isLineStart(bytes, at)) return { found: at };
    } else if (byte === 0x22 && isLooseStart(bytes, at, end)) return { found: at };
  }
  return { resumeAt: stop };
}

/** True when only blanks, or list punctuation, stand before `at` on its line. */
export function isLineStart(bytes: Buffer, at: number): boolean {
  const stop = Math.max(0, at - LOOK_BEHIND_BYTES);
  for (let before = at - 1; before >= stop; before--) {
    const byte = bytes[before];
    if (byte === 0x0a || byte === 0x0d) return true;
    if (byte !== 0x20 && byte !== 0x09 && byte !== 0x2c && byte !== 0x5b) return false;
  }
  return stop === 0;
}

/** Index of the first byte from `at` on that is no blank, at most `end`. */
export function skipBlanks(bytes: Uint8Array, at: number, end: number): number {
  while (at < end) {
    const byte = bytes[at];
    if (byte !== 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09) return at;
    at += 1;
  }
  return at;
}

function isFirstKey(bytes: Buffer, at: number, end: number): boolean {
  return firstKeyEnd(bytes, at, end) !== undefined;
}

/** A key without a colon behind it, as in a loose record, not as in the middle of a broken one. */
function isLooseStart(bytes: Buffer, at: number, end: number): boolean {
  const keyEnd = firstKeyEnd(bytes, at, end);
  if (keyEnd === undefined || !isLineStart(bytes, at)) return false;
  const next = skipBlanks(bytes, keyEnd, Math.min(end, at + LOOK_AHEAD_BYTES));
  return next < end && bytes[next] === 0x22;
}

function firstKeyEnd(bytes: Buffer, at: number, end: number): number | undefined {
  const key = FIRST_KEYS.find(
    (name) =>
      bytes[at + 1] === name[1] &&
      at + name.length <= end &&
      bytes.compare(name, 0, name.length, at, at + name.length) === 0,
  );
  return key === undefined ? undefined : at + key.length;
}
