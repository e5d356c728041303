// Reads numbers and words off the bytes of a text file, line by line, without making strings of them:
// a mesh of a million lines would else spend its time in the garbage collector.

const TAB = 9;
const NEWLINE = 10;
const RETURN = 13;
const SPACE = 32;
const HASH = 35;
const PLUS = 43;
const MINUS = 45;
const POINT = 46;
const ZERO = 48;
const NINE = 57;
const UPPER_E = 69;
const LOWER_E = 101;
const EXACT_DIGITS = 15; // an integer of so many digits is exact in binary64
const EXACT_POWER = 22; // so is 10 to this; their product or quotient rounds once (Clinger 1990)
const POWERS = Float64Array.from({ length: EXACT_POWER + 1 }, (_, i) => 10 ** i);

/** A cursor over a text file. `#` begins a comment that runs to the end of its line. */
export class TextScanner {
  readonly #bytes: Uint8Array;
  #at: number;

  constructor(bytes: Uint8Array, start = 0) {
    this.#bytes = bytes;
    this.#at = start;
  }

  /** Offset of the next byte. */
  get at(): number {
    return this.#at;
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#bytes.length;
  }

  /** Goes to the next line that holds anything but blanks and comments; false at the file's end. */
  nextLine(): boolean {
    while (this.#at < this.#bytes.length && this.#bytes[this.#at] !== NEWLINE) this.#at++;
    this.#at++;
    return this.skipToToken();
  }

  /** Skips blanks, comments and line breaks; false at the file's end. */
  skipToToken(): boolean {
    for (; this.#at < this.#bytes.length; this.#at++) {
      const byte = this.#bytes[this.#at]!;
      if (byte === HASH) {
        while (this.#at < this.#bytes.length && this.#bytes[this.#at] !== NEWLINE) this.#at++;
      } else if (byte > SPACE) return true;
    }
    return false;
  }

  /** Skips blanks inside the line; false when the line holds nothing more. */
  skipBlanks(): boolean {
    let byte = this.#bytes[this.#at];
    while (byte === SPACE || byte === TAB || byte === RETURN) byte = this.#bytes[++this.#at];
    return byte !== undefined && byte !== NEWLINE && byte !== HASH;
  }

  /** The word at the cursor; `''` at the end of the line. */
  word(): string {
    if (!this.skipBlanks()) return '';
    const start = this.#at;
    while (this.#at < this.#bytes.length && this.#bytes[this.#at]! > SPACE) this.#at++;
    return String.fromCharCode(...this.#bytes.subarray(start, Math.min(this.#at, start + 64)));
  }

  /** The number at the cursor, in this line; NaN when there is none. */
  number(): number {
    if (!this.skipBlanks()) return NaN;
    const start = this.#at;
    const value = this.#plainNumber();
    const next = this.#bytes[this.#at];
    if (value !== undefined && (next === undefined || next <= SPACE)) return value;
    while (this.#at < this.#bytes.length && this.#bytes[this.#at]! > SPACE) this.#at++;
    const text = String.fromCharCode(
      ...this.#bytes.subarray(start, Math.min(this.#at, start + 64)),
    );
    return text === '' ? NaN : Number(text);
  }

  /** The whole number at the cursor, up to what is no digit; NaN when there is none. */
  integer(): number {
    const start = this.#at;
    let byte = this.#bytes[this.#at];
    const isNegative = byte === MINUS;
    if (isNegative || byte === PLUS) byte = this.#bytes[++this.#at];
    const digits = this.#at;
    let value = 0;
    while (byte !== undefined && byte >= ZERO && byte <= NINE) {
      value = value * 10 + (byte - ZERO);
      byte = this.#bytes[++this.#at];
    }
    if (this.#at === digits) {
      this.#at = start;
      return NaN;
    }
    return isNegative ? -value : value;
  }

  /** Skips what is left of the word, e.g. `/4/7` of `12/4/7`. */
  skipWord(): void {
    while (this.#at < this.#bytes.length && this.#bytes[this.#at]! > SPACE) this.#at++;
  }

  /** A decimal of at most 15 digits, which needs one rounding only; undefined for others. */
  #plainNumber(): number | undefined {
    const bytes = this.#bytes;
    let byte = bytes[this.#at];
    const isNegative = byte === MINUS;
    if (isNegative || byte === PLUS) byte = bytes[++this.#at];
    let mantissa = 0;
    let digits = 0;
    let scale = 0;
    let hasPoint = false;
    for (; byte !== undefined; byte = bytes[++this.#at]) {
      if (byte >= ZERO && byte <= NINE) {
        mantissa = mantissa * 10 + (byte - ZERO);
        if (mantissa > 0) digits++;
        if (hasPoint) scale--;
      } else if (byte === POINT && !hasPoint) hasPoint = true;
      else break;
    }
    if (digits === 0 && scale === 0 && mantissa === 0 && bytes[this.#at - 1] !== ZERO) {
      return undefined;
    }
    if (byte === LOWER_E || byte === UPPER_E) {
      this.#at++;
      const exponent = this.integer();
      if (Number.isNaN(exponent)) return undefined;
      scale += exponent;
    }
    if (digits > EXACT_DIGITS || Math.abs(scale) > EXACT_POWER) return undefined;
    const value = scale < 0 ? mantissa / POWERS[-scale]! : mantissa * POWERS[scale]!;
    return isNegative ? -value : value;
  }
}
