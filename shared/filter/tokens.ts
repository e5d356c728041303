/** A piece of a filter as it is typed. */
export interface Token {
  readonly kind: 'word' | 'string' | 'sign';
  /** Of a string what it says, without quotation marks and backslashes. */
  readonly text: string;
  readonly position: number;
  readonly length: number;
  /** A string without its second quotation mark, which then goes to the end. */
  readonly isOpen?: boolean;
}

const TOKEN =
  /\s*(?:("(?:[^"\\]|\\[\s\S])*(?:"|\\?$))|(==|!=|<>|<=|>=|[=<>≤≥≠(),])|([^\s"=<>≤≥≠!(),]+)|(!))/y;

/** Other spellings of a sign. */
const SIGNS: Readonly<Record<string, string>> = {
  '==': '=',
  '<>': '!=',
  '≠': '!=',
  '≤': '<=',
  '≥': '>=',
};

/** Every piece of a text, in order; there is none that cannot be cut. */
export function cutTokens(text: string): Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  for (;;) {
    const match = TOKEN.exec(text);
    if (match === null) return tokens;
    const [all, quoted, sign, word, bang] = match;
    const length = (quoted ?? sign ?? word ?? bang ?? '').length;
    const position = match.index + all.length - length;
    if (quoted !== undefined) tokens.push(readString(quoted, position));
    else if (word !== undefined) tokens.push({ kind: 'word', text: word, position, length });
    else {
      const text = SIGNS[sign ?? ''] ?? sign ?? bang ?? '';
      tokens.push({ kind: 'sign', text, position, length });
    }
  }
}

function readString(quoted: string, position: number): Token {
  const isClosed = quoted.length > 1 && /^"(?:[^"\\]|\\[\s\S])*"$/.test(quoted);
  const inside = quoted.slice(1, isClosed ? -1 : undefined);
  const text = inside.replace(/\\([\s\S]|$)/g, '$1');
  const token = { kind: 'string', text, position, length: quoted.length } as const;
  return isClosed ? token : { ...token, isOpen: true };
}

/** A text in quotation marks, as {@link cutTokens} reads it back. */
export function quoteText(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`;
}

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;

/** @returns undefined for a word that is no finite number */
export function readNumber(word: string): number | undefined {
  if (!NUMBER.test(word)) return undefined;
  const value = Number(word);
  // there is one zero
  return Number.isFinite(value) ? value + 0 : undefined;
}
