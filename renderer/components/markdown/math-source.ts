// Makes `$` safe before Markdown is parsed: models write prices, shell variables and LaTeX in one
// text. Pandoc's rule decides what is maths; everything else keeps its dollar sign. Code is left alone.

const CODE =
  /(^|\n)(`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:\n\2[^\S\n]*(?=\n|$)|$)|(`+)(?!`)[\s\S]*?[^`]\3(?!`)/g;

/** True when the text may hold maths, so that the maths renderer is worth loading. */
export function mayHoldMath(text: string): boolean {
  return /\$|\\\(|\\\[/.test(text);
}

/**
 * Writes `\(…\)` and `\[…\]` as `$…$` and `$$…$$`, and escapes every `$` that opens no maths: an
 * opening one has no blank behind it, a closing one none before it and no digit behind it.
 */
export function normaliseMath(text: string): string {
  if (!mayHoldMath(text)) return text;
  let out = '';
  let last = 0;
  for (const code of text.matchAll(CODE)) {
    out += normaliseProse(text.slice(last, code.index)) + code[0];
    last = code.index + code[0].length;
  }
  return out + normaliseProse(text.slice(last));
}

function normaliseProse(text: string): string {
  const dollars = text
    .replace(/\\\[([\s\S]+?)\\\]/g, (all, inner: string) =>
      /[^\d\s,;–-]/.test(inner) ? `\n$$\n${inner.trim()}\n$$\n` : all,
    )
    // one-line display maths is display maths only on lines of its own
    .replace(/^[ \t]*\$\$([^\n$]+)\$\$[ \t]*$/gm, (_, inner: string) => `$$\n${inner.trim()}\n$$`)
    .replace(/\\\((.+?)\\\)/g, (_, inner: string) => `$${inner.trim()}$`);
  let out = '';
  let at = 0;
  while (at < dollars.length) {
    const next = nextMath(dollars, at);
    out += dollars.slice(at, next.start);
    if (next.end === undefined) out += next.start < dollars.length ? '\\$' : '';
    else out += dollars.slice(next.start, next.end);
    at = next.end ?? next.start + 1;
  }
  return out;
}

/** The next dollar sign; `end` behind its maths when it opens some. */
function nextMath(text: string, from: number): { start: number; end: number | undefined } {
  let start = text.indexOf('$', from);
  while (start > 0 && text[start - 1] === '\\') start = text.indexOf('$', start + 1);
  if (start === -1) return { start: text.length, end: text.length };
  if (text.startsWith('$$', start)) {
    const close = text.indexOf('$$', start + 2);
    return { start, end: close === -1 ? start + 2 : close + 2 };
  }
  const inline = /^\$(?=\S)((?:\\[\s\S]|[^$\\\n]|\n(?!\s*\n)){1,2000}?)(?<=\S)\$(?!\d)/.exec(
    text.slice(start, start + 2100),
  );
  return { start, end: inline === null ? undefined : start + inline[0].length };
}
