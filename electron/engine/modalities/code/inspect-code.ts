import { type Unscored, unscored } from '../../media/decode/decoded.ts';
import {
  type Finding,
  type Inspection,
  type InspectionOutcome,
  countFigure,
  MAX_FINDINGS,
  shareFigure,
} from '../define-inspection.ts';
import { guessLanguages } from './guess-language.ts';
import { type Language, languagesNamed, languagesOfExtension } from './languages.ts';
import { parseSql, type SqlFacts } from './parse-sql.ts';
import { parseTree } from './parse-tree.ts';
import type { SyntaxFacts } from './syntax-tally.ts';

export const CODE_INSPECTION_VERSION = 1;

/** Code as it stands in a record, or the text of a file. */
export interface CodeSource {
  readonly text: string;
  /** As a fence names it. */
  readonly language?: string;
  /** Of the file, lower case, without the dot. */
  readonly extension?: string;
}

/** What may be spent on one source; the default grows with its size and ends at 20 s. */
export interface CodeLimits {
  readonly timeLimitMs?: number;
  readonly clock?: () => number;
}

const BASE_MS = 2000;
const MS_PER_MEGABYTE = 8000;
const MAX_MS = 20_000;
const MAX_TRIALS = 3;
const MAX_PARSED = 1_200_000; // a tree takes up to 600 bytes a character in a memory that only grows
const NONSENSE_ERROR_SHARE = 0.5;
const TELLING_ERROR_SHARE = 0.2; // above it another language is tried

interface Trial {
  readonly language: Language;
  /** Absent: the time ran out. */
  readonly facts?: SyntaxFacts | SqlFacts;
}

/**
 * Parses code and measures it. Never runs it.
 *
 * @returns unscored for text that holds nothing
 */
export async function inspectCode(
  source: CodeSource,
  limits: CodeLimits = {},
  notes: readonly string[] = [],
): Promise<InspectionOutcome> {
  const text = source.text.replace(/\r\n?/g, '\n');
  if (text.trim() === '') return empty;
  const clock = limits.clock ?? performance.now.bind(performance);
  const allowed = Math.min(MAX_MS, BASE_MS + (text.length / 1e6) * MS_PER_MEGABYTE);
  const deadline = clock() + (limits.timeLimitMs ?? allowed);
  const named = namedLanguages(source);
  const likely = named.length > 0 ? named : guessLanguages(text).slice(0, MAX_TRIALS);
  const candidates = text.length > MAX_PARSED ? [] : likely;
  const best = await bestOf(candidates, text, deadline, clock);
  const trial = named.length === 0 && isNonsense(best, text) ? undefined : best;
  const told = [...notes, ...languageNotes(source, named, trial, text.length)];
  const other = named.length > 0 ? await otherLanguage(trial, text, deadline, clock) : undefined;
  if (other !== undefined) told.push(other);
  return { status: 'inspected', inspection: inspectionOf(text, trial, told) };
}

const empty: Unscored = unscored('media-broken', 'There is no code: the text is empty.');

function namedLanguages({ language, extension }: CodeSource): readonly Language[] {
  const byFence = language === undefined ? [] : languagesNamed(language);
  return byFence.length > 0 || extension === undefined ? byFence : languagesOfExtension(extension);
}

async function bestOf(
  candidates: readonly Language[],
  text: string,
  deadline: number,
  clock: () => number,
): Promise<Trial | undefined> {
  let best: Trial | undefined;
  for (const language of candidates) {
    const facts = await parse(language, text, deadline, clock);
    const trial = { language, ...(facts !== undefined && { facts }) };
    if (best === undefined || badness(trial) < badness(best)) best = trial;
    if (badness(best) === 0) break;
  }
  return best;
}

/** A guess that so little of the text agrees with was a wrong one. */
const isNonsense = (trial: Trial | undefined, text: string): boolean =>
  (trial?.facts?.errorCharacters ?? 0) / text.length > NONSENSE_ERROR_SHARE;

/** Characters in errors first; a missing bracket is an error of no characters. */
const badness = ({ facts }: Trial): number =>
  facts === undefined ? Infinity : facts.errorCharacters + facts.errorCount;

function parse(language: Language, text: string, deadline: number, clock: () => number) {
  const { grammar } = language;
  return grammar === undefined
    ? parseSql(text, deadline, clock)
    : parseTree(text, { ...language, grammar }, deadline, clock);
}

/** Says so when code named as one language is plainly another. */
async function otherLanguage(
  trial: Trial | undefined,
  text: string,
  deadline: number,
  clock: () => number,
): Promise<string | undefined> {
  const { facts, language } = trial ?? {};
  if (facts === undefined || facts.errorCharacters / text.length < TELLING_ERROR_SHARE) return;
  const others = guessLanguages(text).filter((one) => one !== language);
  const other = await bestOf(others.slice(0, MAX_TRIALS), text, deadline, clock);
  if (other?.facts === undefined || badness(other) * 4 > facts.errorCharacters) return undefined;
  const errors = other.facts.errorCount === 0 ? 'without errors' : 'with fewer errors';
  return `It is named ${language?.label}, but reads ${errors} as ${other.language.label}.`;
}

function languageNotes(
  { language, extension }: CodeSource,
  named: readonly Language[],
  trial: Trial | undefined,
  characters: number,
): string[] {
  if (characters > MAX_PARSED) {
    return [`It is longer than ${MAX_PARSED / 1e6} million characters; syntax was not checked.`];
  }
  const notes: string[] = [];
  const name = language ?? (extension === '' ? undefined : extension);
  if (named.length === 0 && name !== undefined && name !== 'txt') {
    notes.push(`There is no parser for "${name}".`);
  }
  if (trial === undefined) notes.push('The language is not known; syntax was not checked.');
  else if (named.length === 0) notes.push(`Taken for ${trial.language.label} by its content.`);
  if (trial !== undefined && trial.facts === undefined) {
    notes.push('Parsing took too long and was stopped; syntax was not checked.');
  }
  if (trial?.facts !== undefined && 'dialect' in trial.facts) {
    const { dialect, statementCount, uncheckedCount } = trial.facts;
    notes.push(`${statementCount} statements, checked as ${dialect} SQL.`);
    if (uncheckedCount > 0) notes.push(`${uncheckedCount} procedural statements were not checked.`);
  }
  return notes;
}

function inspectionOf(
  text: string,
  trial: Trial | undefined,
  notes: readonly string[],
): Inspection {
  const facts = trial?.facts;
  const lines = text.replace(/\n$/, '').split('\n');
  const filled = lines.filter((line) => line.trim() !== '').length;
  const longest = facts?.longestFunction;
  const findings = jsonFindings(text, trial).slice(0, MAX_FINDINGS);
  const noFunction = facts === undefined || trial?.language.nesting !== undefined;
  return {
    profile: 'code',
    version: CODE_INSPECTION_VERSION,
    type: trial?.language.label ?? 'Code of an unknown language',
    figures: {
      'syntax errors': countFigure(facts && Math.max(facts.errorCount, findings.length)),
      'share in errors': shareFigure(facts?.errorCharacters ?? 0, facts ? text.length : 0),
      lines: countFigure(lines.length, 'lines'),
      'blank lines': countFigure(lines.length - filled, 'lines'),
      characters: countFigure(text.length, 'characters'),
      'longest line': countFigure(longestLine(lines), 'characters'),
      functions: countFigure(noFunction ? undefined : facts.functionCount),
      'longest function': countFigure(longest?.lines, 'lines', placeOf(longest)),
      'nesting depth': countFigure(
        facts?.depth,
        'count',
        facts?.depthLine === undefined ? undefined : `Line ${facts.depthLine}.`,
      ),
      'comment share': shareFigure(
        facts?.commentLines.size ?? 0,
        facts ? filled : 0,
        'Lines with a comment among the lines that are not blank.',
      ),
    },
    findings,
    notes,
  };
}

const longestLine = (lines: readonly string[]) =>
  lines.reduce((most, line) => Math.max(most, line.length), 0);

function placeOf(span: SyntaxFacts['longestFunction']): string | undefined {
  if (span === undefined) return undefined;
  return span.name === undefined ? `Line ${span.line}.` : `"${span.name}", line ${span.line}.`;
}

/** The grammar of JSON lets comments and several values pass, which JSON does not have. */
function jsonFindings(text: string, trial: Trial | undefined): readonly Finding[] {
  const findings = trial?.facts?.findings ?? [];
  if (trial?.language.id !== 'json' || findings.length > 0) return findings;
  try {
    JSON.parse(text);
    return findings;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return [{ kind: 'syntax-error', message: `Not strict JSON: ${message}` }];
  }
}
