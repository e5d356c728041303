/** A piece of SQL that matters for cutting it into statements; the rest is passed over. */
export interface SqlToken {
  readonly kind: 'comment' | 'string' | 'word' | 'open' | 'close' | 'end';
  /** Upper case for a word, else as written. */
  readonly text: string;
  /** Index of its first character. */
  readonly at: number;
  /** From 0, as is `column`. */
  readonly row: number;
  readonly column: number;
  /** A string or comment that goes on to the end of the text. */
  readonly isUnclosed: boolean;
}

const END = '$(?![\\s\\S])'; // a string or comment that is never closed goes to the end
const STRING = [
  `'[^']*(?:''[^']*)*(?:'|${END})`,
  `"[^"]*(?:""[^"]*)*(?:"|${END})`,
  '`[^`]*(?:`|' + END + ')',
  `\\$(?<tag>\\w*)\\$[\\s\\S]*?(?:\\$\\k<tag>\\$|${END})`,
].join('|');
const TOKEN = new RegExp(
  `(?<comment>--[^\\n]*|/\\*[\\s\\S]*?(?:\\*/|${END}))|(?<string>${STRING})|` +
    '(?<word>[A-Za-z_][\\w$]*)|(?<open>\\()|(?<close>\\))|(?<end>;)|\\n',
  'g',
);

/** Cuts SQL into tokens; a `#` comment of MySQL is not known and its words are passed over. */
export function sqlTokens(text: string): SqlToken[] {
  const tokens: SqlToken[] = [];
  let row = 0;
  let lineStart = 0;
  for (const match of text.matchAll(TOKEN)) {
    const [token] = match;
    const at = match.index;
    const { comment, string, word, open, close, end } = match.groups ?? {};
    const kind =
      (word !== undefined && 'word') ||
      (string !== undefined && 'string') ||
      (comment !== undefined && 'comment') ||
      (open !== undefined && 'open') ||
      (close !== undefined && 'close') ||
      (end !== undefined && 'end');
    if (kind !== false) {
      const isUnclosed = isOpenToTheEnd(kind, token, match.groups?.tag);
      const shown = kind === 'word' ? token.toUpperCase() : token;
      tokens.push({ kind, text: shown, at, row, column: at - lineStart, isUnclosed });
    }
    for (let i = token.indexOf('\n'); i !== -1; i = token.indexOf('\n', i + 1)) {
      row++;
      lineStart = at + i + 1;
    }
  }
  return tokens;
}

function isOpenToTheEnd(kind: string, token: string, tag: string | undefined): boolean {
  if (kind === 'comment') return token.startsWith('/*') && !/^\/\*[\s\S]*\*\/$/.test(token);
  if (kind !== 'string') return false;
  const close = tag === undefined ? token.charAt(0) : `$${tag}$`;
  return token.length < 2 * close.length || !token.endsWith(close);
}
