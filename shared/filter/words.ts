// Words of the language: what may stand where, and how it is spelled.
import { DIFFICULTY_LABELS } from '../model/dataset.ts';
import { INSTANCE_MODES, INSTANCE_STATES, SCORE_STATES, UNKNOWN_VALUE } from '../model/filter.ts';
import { MODALITY_IDS } from '../model/modality.ts';
import { UNSCORED_CODES } from '../model/score.ts';
import { STRUCTURE_MARKS } from '../model/structure.ts';
import { VALUE_NAMES, type ValueName } from './ast.ts';

/** Words that join clauses; they are no values unless they stand in quotation marks. */
export const JOINING = ['and', 'or', 'not'] as const;

/** What is written with `has`: its word before it. */
export const HAS_WORDS: Readonly<Partial<Record<ValueName, string>>> = {
  inputModality: 'input',
  outputModality: 'output',
  tag: 'tag',
  capability: 'capability',
  mark: 'mark',
};

/** Names whose values are fixed and written without quotation marks. */
const FIXED: Readonly<Partial<Record<ValueName, readonly string[]>>> = {
  difficulty: [...Object.keys(DIFFICULTY_LABELS), UNKNOWN_VALUE],
  inputModality: MODALITY_IDS,
  outputModality: MODALITY_IDS,
  flagged: ['yes', 'no'],
  rated: ['yes', 'no'],
  annotated: ['tag', 'note', 'none'],
  mark: [...STRUCTURE_MARKS, 'none'],
  scoreState: SCORE_STATES,
  failure: UNSCORED_CODES,
};

/** Values that a name may have in any project; undefined where the project decides. */
export function fixedValues(name: ValueName): readonly string[] | undefined {
  return FIXED[name];
}

export function isPlainName(name: ValueName): boolean {
  return FIXED[name] !== undefined;
}

/** Figures that are no metric. */
export const FIGURE_WORDS = [
  'delta',
  'length',
  'items',
  'marks',
  'problems',
  'notes',
  'difficulty',
] as const;
export type FigureWord = (typeof FIGURE_WORDS)[number];

/** Words with which a clause may begin, besides metrics. */
export const CLAUSE_WORDS: readonly string[] = [
  ...VALUE_NAMES.filter((name) => name !== 'inputModality' && name !== 'outputModality'),
  'input',
  'output',
  'state',
  'search',
  'mode',
  ...FIGURE_WORDS.filter((word) => word !== 'difficulty'),
];

/** What each word is about, for people who complete a filter. */
export const WORD_HINTS: Readonly<Record<string, string>> = {
  field: 'field = "natural_science"',
  subdomain: 'subdomain = "physics", "chemistry"',
  difficulty: 'difficulty = 3, or difficulty >= 2',
  combination: 'modalities in and out',
  capability: 'capability has "…"',
  input: 'input has image',
  output: 'output has audio, image: both',
  tag: 'given by a person',
  flagged: 'by a person',
  annotated: 'annotated = note',
  mark: 'what is wrong in the structure strip',
  scoreState: 'which figures there are',
  rated: 'by a person',
  failure: 'why a figure is missing',
  id: 'id = 301',
  key: 'field/subdomain/id',
  state: 'state("A") = answered',
  search: 'search "words"',
  mode: 'mode = aWorse',
  delta: 'delta("SC", "A", "B") < -0.2',
  length: 'characters: length("A") > 500',
  items: 'distinct items: items("A", image) > 1',
  marks: 'marks in the structure strip of a response',
  problems: 'found when it was imported',
  notes: 'written by a person',
};

export const MODES: readonly string[] = INSTANCE_MODES;
export const STATES: readonly string[] = INSTANCE_STATES;
