const LITERAL = /[-+.\w]+/y;
const NON_FINITE: ReadonlySet<string> = new Set(['NaN', 'Infinity', '-Infinity']);

/**
 * Puts right what hand-made and hastily written JSON gets wrong, outside the grammar but unambiguous:
 * raw line breaks, tabs and control characters inside strings, unknown escapes (`\d`, `\(`: the
 * backslash is meant), a comma too many or too few between members, `NaN` and `Infinity` (→ null).
 *
 * @param text  one balanced value, as `scanValue` delimits it
 * @returns text for `JSON.parse`, which may still refuse it
 */
export function repairJson(text: string): string {
  let out = '';
  let lastToken = '';
  for (let at = 0; at < text.length;) {
    const char = text[at] ?? '';
    if (char === '"') {
      const end = stringEnd(text, at);
      if (lastToken === '"' || /[\]}\w]/.test(lastToken)) out += ',';
      out += repairString(text.slice(at, end));
      lastToken = '"';
      at = end;
    } else if (/[-\w]/.test(char)) {
      LITERAL.lastIndex = at;
      const literal = LITERAL.exec(text)?.[0] ?? char;
      out += NON_FINITE.has(literal) ? 'null' : literal;
      lastToken = '0';
      at += literal.length;
    } else {
      const isClosing = char === '}' || char === ']';
      if (isClosing && lastToken === ',') out = out.slice(0, out.lastIndexOf(','));
      if (!/\s/.test(char)) lastToken = char;
      out += char;
      at += 1;
    }
  }
  return out;
}

function stringEnd(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at++) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '"') return at + 1;
  }
  return text.length;
}

const CONTROL_NAMES: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** Escapes what a JSON string may not hold as it is; `literal` includes its quotes. */
export function repairString(literal: string): string {
  return (
    literal
      .replace(/\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})|\\/g, (escape) =>
        escape === '\\' ? '\\\\' : escape,
      )
      // eslint-disable-next-line no-control-regex -- control characters are what is looked for
      .replace(/[\u0000-\u001f]/g, (char) => CONTROL_NAMES[char] ?? unicodeEscape(char))
  );
}

function unicodeEscape(char: string): string {
  return `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
