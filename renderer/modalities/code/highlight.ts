// Chooses the language and highlights, within limits: code that is too large is shown plain, and the
// view says so.
import dart from 'highlight.js/lib/languages/dart';
import dockerfile from 'highlight.js/lib/languages/dockerfile';
import haskell from 'highlight.js/lib/languages/haskell';
import julia from 'highlight.js/lib/languages/julia';
import latex from 'highlight.js/lib/languages/latex';
import matlab from 'highlight.js/lib/languages/matlab';
import scala from 'highlight.js/lib/languages/scala';
import verilog from 'highlight.js/lib/languages/verilog';
import { common, createLowlight } from 'lowlight';
import { plainLines, splitLines, type Line } from './line-tokens.ts';

const lowlight = createLowlight({
  ...common,
  dart,
  dockerfile,
  haskell,
  julia,
  latex,
  matlab,
  scala,
  verilog,
});

/** On the page's own thread; a worker has more time. */
const MOST_CHARACTERS = 200_000;
const LONGEST_LINE = 5_000;
const GUESSED_FROM = 8_000;
/** highlight.js counts what looked like the language; below this a guess is no better than none. */
const LEAST_RELEVANCE = 5;
const GUESSED = (
  'python javascript typescript java c cpp csharp go rust php ruby swift kotlin sql bash r matlab ' +
  'xml css json yaml latex lua perl'
).split(' ');

const LABELS: Readonly<Record<string, string>> = {
  cpp: 'C++',
  csharp: 'C#',
  css: 'CSS',
  javascript: 'JavaScript',
  typescript: 'TypeScript',
  php: 'PHP',
  sql: 'SQL',
  xml: 'HTML/XML',
  json: 'JSON',
  yaml: 'YAML',
  latex: 'LaTeX',
  matlab: 'MATLAB',
  bash: 'Shell',
  plaintext: 'text',
  'python-repl': 'Python session',
  objectivec: 'Objective-C',
};

/** Code ready to be drawn. */
export interface HighlightedCode {
  readonly lines: readonly Line[];
  /** For people, e.g. `C++`; undefined when it is not known. */
  readonly language: string | undefined;
  /** True when nothing said the language and it was guessed from the code. */
  readonly isGuess: boolean;
  /** Why it is not coloured, when it is too large. */
  readonly limit: string | undefined;
}

/**
 * Highlights code.
 *
 * @param hints  what may name the language, best first: the given name, the file's extension
 * @param mostCharacters  beyond which it is not coloured
 */
export function highlightCode(
  text: string,
  hints: readonly (string | undefined)[],
  mostCharacters = MOST_CHARACTERS,
): HighlightedCode {
  const given = hints
    .map((hint) => hint?.trim().toLowerCase())
    .find((hint): hint is string => hint !== undefined && lowlight.registered(hint));
  const limit = limitOf(text, mostCharacters);
  const language = given ?? guess(text.slice(0, GUESSED_FROM));
  const label = language === undefined ? hints.find(Boolean) : labelOf(language);
  const isGuess = given === undefined && language !== undefined;
  const lines =
    limit !== undefined || language === undefined
      ? plainLines(text)
      : splitLines(lowlight.highlight(language, text));
  return { lines, language: label, isGuess, limit };
}

function limitOf(text: string, mostCharacters: number): string | undefined {
  if (text.length > mostCharacters)
    return `Not coloured: more than ${mostCharacters.toLocaleString('en-US')} characters.`;
  const hasLongLine = text.split('\n').some((line) => line.length > LONGEST_LINE);
  return hasLongLine ? 'Not coloured: a line has more than 5,000 characters.' : undefined;
}

function guess(sample: string): string | undefined {
  if (sample.split('\n').some((line) => line.length > LONGEST_LINE)) return undefined;
  const { data } = lowlight.highlightAuto(sample, { subset: GUESSED });
  const isSure = (data?.relevance ?? 0) >= LEAST_RELEVANCE;
  return isSure ? data?.language : undefined;
}

const ALIASES: Readonly<Record<string, string>> = {
  py: 'python',
  js: 'javascript',
  ts: 'typescript',
  'c++': 'cpp',
  cc: 'cpp',
  'c#': 'csharp',
  cs: 'csharp',
  sh: 'bash',
  html: 'xml',
  rs: 'rust',
  rb: 'ruby',
  kt: 'kotlin',
  m: 'matlab',
  tex: 'latex',
  yml: 'yaml',
};

function labelOf(language: string): string {
  const name = ALIASES[language] ?? language;
  return LABELS[name] ?? name.charAt(0).toUpperCase() + name.slice(1);
}
