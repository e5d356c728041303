import { type Language, languageOf } from './languages.ts';

// bounds what the patterns can cost: they backtrack over lines, and a minified file is one line
const HEAD_CHARACTERS = 20_000;
const LINE_CHARACTERS = 200;
const LEAST_POINTS = 2;

/** Points for a pattern that stands in the text; several weak ones make a guess. */
type Clue = readonly [points: number, pattern: RegExp];

const CLUES: Readonly<Record<string, readonly Clue[]>> = {
  python: [
    [3, /^#!.*\bpython/],
    [3, /^[ \t]*(async )?def \w+\(.*\).*:\s*(#.*)?$/m],
    [2, /^(from [\w.]+ import |import [\w.]+( as \w+)?\s*$)/m],
    [2, /^[ \t]*(elif .+|except( .+)?|if .+|for \w+.* in .+|while .+|class \w+.*):\s*(#.*)?$/m],
    [1, /\bprint\(|\bself\.|\bNone\b|\blen\(/],
  ],
  javascript: [
    [3, /^#!.*\bnode/],
    [2, /\b(const|let|var) \w+ = |\b(const|let) [{[]/],
    [2, /=>|\bfunction\s*\w*\s*\(/],
    [2, /\bconsole\.log\(|\brequire\(['"]|\bdocument\.|===|\bmodule\.exports/],
    [1, /^(import .* from |export )/m],
  ],
  typescript: [
    [
      3,
      /\b(const|let|function|private|public|readonly) [\w(]+.*:\s*(string|number|boolean|void)\b/,
    ],
    [3, /^\s*(export )?(interface \w+.*\{|type \w+(<.*>)? = )/m],
    [1, /=>|\bas const\b|\bimport type\b/],
    [1, /\b(const|let) \w+/],
  ],
  c: [
    [3, /^\s*#\s*include\s*<(stdio|stdlib|string|math|stdint|stdbool|unistd)\.h>/m],
    [2, /\bint main\s*\((void|int argc|\))/],
    [1, /\b(printf|scanf|malloc|free|sizeof)\s*\(/],
    [1, /\b(struct|typedef|unsigned|char) /],
  ],
  cpp: [
    [3, /^\s*#\s*include\s*<(bits\/stdc\+\+\.h|iostream|vector|string|map|algorithm|set|queue)>/m],
    [3, /\bstd::|\busing namespace \w+;/],
    [2, /\b(cout|cin)\s*(<<|>>)|\btemplate\s*<|\bvector<|\bauto \w+ =|\bclass \w+\s*[:{]/],
    [1, /\bint main\s*\(|\b(long long|nullptr|public:|private:)/],
  ],
  java: [
    [3, /\bpublic (static )?(final )?(class|interface|enum|void) /],
    [3, /^import java[x.]/m],
    [2, /\bSystem\.out\.print|\bString\[\] \w+|\bnew (Scanner|ArrayList|HashMap)\b/],
    [1, /\b(private|protected|public) [\w<>[\]]+ \w+\s*[(;=]/],
  ],
  csharp: [
    [3, /^\s*using System(\.\w+)*;/m],
    [2, /\bConsole\.(Write|Read)|\bnamespace \w+/],
    [1, /\b(public|private|static) [\w<>[\]]+ \w+\s*\(|\bvar \w+ = new /],
  ],
  html: [
    [4, /^\s*(<!doctype html|<html\b|<head\b|<body\b)/i],
    [2, /<(div|p|span|table|ul|ol|h[1-6]|script|style|form|a|img)\b[^>]*>/i],
    [1, /<\/\w+>\s*$/],
  ],
  json: [[3, /^\s*(\{\s*("|\}|$)|\[\s*([{["\d\]-]|$|true|false|null))/]],
  sql: [
    [
      4,
      /^\s*(create\s+(or\s+replace\s+)?(table|view|index|database|procedure|function|trigger)|insert\s+into|select\b[\s\S]*\bfrom|update\s+\w+\s+set|delete\s+from|with\s+\w+\s+as\s*\(|alter\s+table|drop\s+table)\b/im,
    ],
    [1, /\b(where|group by|order by|primary key|varchar)\b/i],
  ],
  bash: [
    [4, /^#!.*\b(ba|z|da|k)?sh\b/],
    [2, /^\s*(if \[\[? .* \]\]?; ?then|fi|done|esac|for \w+ in .*; ?do)\s*$/m],
    [1, /\$\{?\w+\}?|\becho /],
    [1, /^\s*(sudo|apt-get|cd|export|mkdir|grep|sed|awk|curl) /m],
  ],
  go: [
    [4, /^package \w+\s*$/m],
    [2, /\bfunc (\(\w+ \*?\w+\) )?\w+\(/],
    [1, /:=|\bfmt\.|\bchan \w+/],
  ],
  rust: [
    [3, /\bfn \w+(<.*>)?\(.*\)( -> .+)?\s*(\{|where)/],
    [2, /\blet mut |\bimpl\b.* \{|\bprintln!\(|\buse (std|crate)::|\bmatch \w+/],
    [1, /&mut |&str\b|\bpub (fn|struct|enum)/],
  ],
  php: [[4, /<\?php\b/]],
  ruby: [
    [3, /^#!.*\bruby/],
    [2, /^\s*(def \w+[?!]?(\(.*\))?|end)\s*$/m],
    [2, /\bputs |\.each do \||\battr_accessor\b|^require ['"]/m],
  ],
  kotlin: [
    [3, /\bfun \w+\(.*\)(: \w+)?\s*[{=]/],
    [1, /\bval \w+|\bprintln\(/],
  ],
  swift: [
    [2, /\bfunc \w+\(.*\)( -> .+)? \{/],
    [2, /\b(guard let|if let|import (Foundation|UIKit|SwiftUI))\b/],
  ],
  scala: [
    [3, /\bobject \w+ (extends \w+ )?\{|\bdef \w+(\(.*\))?(: \w+)? = /],
    [1, /\bval \w+/],
  ],
  lua: [
    [2, /\blocal (function )?\w+/],
    [2, /\bthen\s*$|^\s*end\s*$/m],
    [1, /\.\.|~=|\bnil\b/],
  ],
  r: [
    [3, /\w+ <- (function\(|c\(|\w+)/],
    [1, /\blibrary\(|\bdata\.frame\(|%>%/],
  ],
  css: [[3, /^[ \t]*[.#@]?[\w-]+[^{};\n]*\{\s*[\w-]+\s*:\s*[^;{}]+;/m]],
};

/**
 * Languages that a text looks like, the likeliest first; a parse decides between them.
 *
 * @returns empty when nothing speaks clearly for one
 */
export function guessLanguages(text: string): readonly Language[] {
  const lines = text.slice(0, HEAD_CHARACTERS).split('\n');
  const head = lines.map((line) => line.slice(0, LINE_CHARACTERS)).join('\n');
  return Object.entries(CLUES)
    .map(([id, clues]) => ({ id, points: pointsOf(head, clues) }))
    .filter(({ points }) => points >= LEAST_POINTS)
    .sort((a, b) => b.points - a.points)
    .map(({ id }) => languageOf(id));
}

function pointsOf(text: string, clues: readonly Clue[]): number {
  return clues.reduce((sum, [points, pattern]) => sum + (pattern.test(text) ? points : 0), 0);
}
