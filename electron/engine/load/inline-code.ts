// Quirk 16. The value is stored as it was written; this is called when an instance is read.

/** Code as it is to be shown: line breaks are `\n`, the fence is gone. */
export interface InlineCode {
  /** As the fence names it, lower case, e.g. `python`, `c++`. */
  readonly language?: string;
  readonly text: string;
}

const FENCE = /^\s*(`{3,}|~{3,})[ \t]*([^\n`]*)\n?([\s\S]*?)(?:\n?\1[\s.;,]*)?$/;

/** Names that are taken for a language where one stands alone on the first line inside a fence. */
const LANGUAGES: ReadonlySet<string> = new Set(
  `bash c c# c++ cpp cs csharp css dart go golang haskell html java javascript js json julia kotlin
  kt latex lua matlab objective-c ocaml octave perl php powershell py python python3 r rb ruby rs rust
  scala sh shell sql svg swift ts typescript vb verilog vhdl xml yaml yml zsh`.split(/\s+/),
);

/**
 * Cleans a `modal` value that is code: doubly escaped line breaks are undone, line breaks of other
 * systems normalised, a fence removed and its language kept, which may stand on the line behind it.
 */
export function cleanInlineCode(value: string): InlineCode {
  const text = undoDoubleEscape(value).replace(/\r\n?/g, '\n');
  const fence = FENCE.exec(text);
  if (fence === null) return { text: trimBlankLines(text) };
  const [, , info = '', body = ''] = fence;
  const named = /[\w+#-]+/.exec(info)?.[0].toLowerCase() ?? '';
  if (named !== '') return { language: named, text: trimBlankLines(body) };
  const [first = '', ...rest] = trimBlankLines(body).split('\n');
  const alone = first.trim().toLowerCase();
  return LANGUAGES.has(alone) && rest.length > 0
    ? { language: alone, text: trimBlankLines(rest.join('\n')) }
    : { text: trimBlankLines(body) };
}

/** Without blank lines before and behind; the first line keeps its indent. */
function trimBlankLines(text: string): string {
  return text.replace(/^(?:[ \t]*\n)+/, '').replace(/\s+$/, '');
}

const UNESCAPED: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

/**
 * `\\n` for a line break throughout: there is no real line break, and one that is written stands
 * outside a string literal, so that `print("a\n")` stays as it is.
 */
function undoDoubleEscape(value: string): string {
  if (/[\r\n]/.test(value.trim()) || !hasEscapeOutsideStrings(value)) return value;
  return value.replace(/\\([\\"'nrt])/g, (_, char: string) => UNESCAPED[char] ?? char);
}

function hasEscapeOutsideStrings(value: string): boolean {
  if (/^\s*(`{3,}|~{3,})[^\s`\\]*\\[rn]/.test(value)) return true;
  let quote = '';
  for (let at = 0; at < value.length; at++) {
    const char = value[at] ?? '';
    if (char === '\\') {
      if (quote === '' && /[nr]/.test(value[at + 1] ?? '')) return true;
      at += 1;
    } else if (quote !== '') {
      if (char === quote) quote = '';
    } else if (char === '"' || char === "'") quote = char;
  }
  return false;
}
