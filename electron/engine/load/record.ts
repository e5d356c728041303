// Hand-written instead of a zod schema: an import parses 155,000 records within its few seconds, and
// every departure from the shape is to be named, put right where that is safe, and else cost as little
// as possible of the record.
import { DIFFICULTY_LABELS, instanceKey, type Difficulty } from '../../../shared/model/dataset.ts';
import { normaliseField, normaliseSubdomain } from '../../../shared/model/dataset.ts';
import type { Problem } from '../../../shared/model/problem.ts';
import { describe, parseModal, type SideNote } from './modal-entries.ts';
import type { ParsedRecord, RawRecord, RecordContext, RecordSide, UnimRecord } from './types.ts';

/** Stands for a field or subdomain that neither the record nor its folders name. */
export const UNKNOWN_PART = 'unknown';

/**
 * A raw value as a record of the format.
 *
 * Wrong parts are noted and left out, the rest is kept; without an id, or with neither side, there is
 * no record (quirk 3).
 */
export function parseRecord(raw: RawRecord, context: RecordContext): ParsedRecord {
  const { value } = raw;
  const problems: Problem[] = [];
  const add = (problem: Omit<Problem, 'file' | 'line'>) =>
    problems.push({ ...problem, file: context.file, line: raw.line });
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    const message = `Cannot read a record: the value is ${describe(value)}, not an object.`;
    add({ code: 'bad-record', severity: 'error', message });
    return { record: undefined, problems, repaired: false };
  }
  const fields = value as Readonly<Record<string, unknown>>;
  const stub = stubMessage(fields);
  if (stub !== undefined) {
    add({ code: 'quirk', quirk: 3, severity: 'warning', message: stub });
    return { record: undefined, problems, repaired: false };
  }
  const key = parseKey(fields, context, add);
  const sides = key === undefined ? undefined : parseSides(fields, context, key, add);
  if (key === undefined || sides === undefined)
    return { record: undefined, problems, repaired: false };
  const difficulty = parseDifficulty(fields['difficulty_level'], (message) =>
    add({ code: 'quirk', quirk: 6, severity: 'warning', message, key: keyOf(key) }),
  );
  const record: UnimRecord = {
    ...key,
    ...(difficulty === undefined ? undefined : { difficulty }),
    ...sides.sides,
  };
  return { record, problems, repaired: sides.repaired };
}

function stubMessage(fields: Readonly<Record<string, unknown>>): string | undefined {
  const has = (name: string) => fields[name] !== undefined && fields[name] !== null;
  if (has('input') || has('output') || has('content')) return undefined;
  const id = textOf(fields['id']);
  return id === undefined
    ? 'Left out an object that is no record: it has no id, no input and no output.'
    : `Left out a stub: record "${id}" has neither an input nor an output.`;
}

type Add = (problem: Omit<Problem, 'file' | 'line'>) => void;
type KeyParts = Pick<UnimRecord, 'field' | 'subdomain' | 'id'>;

const keyOf = (key: KeyParts) => instanceKey(key.field, key.subdomain, key.id);

/**
 * Field, subdomain and id of a record; what the record leaves out comes from the folders of its path.
 *
 * @returns undefined when there is no id
 */
export function parseKey(
  fields: Readonly<Record<string, unknown>>,
  context: RecordContext,
  add: Add,
): KeyParts | undefined {
  const id = textOf(fields['id']);
  if (id === undefined) {
    const message = `Cannot key a record: its "id" is ${describe(fields['id'])}. Give it one.`;
    add({ code: 'bad-record', severity: 'error', message });
    return undefined;
  }
  const field = textOf(fields['domain']) ?? textOf(fields['field']);
  const subdomain = textOf(fields['subdomain']);
  if (field === undefined) addFallback('domain', context.field, add);
  if (subdomain === undefined) addFallback('subdomain', context.subdomain, add);
  return {
    field: normalised(field ?? context.field, fieldNames, normaliseField),
    subdomain: normalised(subdomain ?? context.subdomain, subdomainNames, normaliseSubdomain),
    id,
  };
}

function addFallback(name: string, fallback: string | undefined, add: Add): void {
  const taken =
    fallback === undefined
      ? `its folders do not name one either; it stands under "${UNKNOWN_PART}"`
      : `"${fallback}" is taken from its folder`;
  const severity = fallback === undefined ? 'warning' : 'info';
  add({ code: 'bad-record', severity, message: `A record has no "${name}": ${taken}.` });
}

// The same few names in every record of a file.
const fieldNames = new Map<string, string>();
const subdomainNames = new Map<string, string>();
const MAX_REMEMBERED = 5000;

function normalised(
  raw: string | undefined,
  names: Map<string, string>,
  normalise: (raw: string) => string,
): string {
  if (raw === undefined) return UNKNOWN_PART;
  const known = names.get(raw);
  if (known !== undefined) return known;
  const name = normalise(raw);
  if (names.size < MAX_REMEMBERED) names.set(raw, name);
  return name;
}

/** A text, or a number meant as one; undefined for anything else and for blanks. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value.trim() === '' ? undefined : value;
  return typeof value === 'number' && Number.isFinite(value) ? String(value) : undefined;
}

interface Sides {
  readonly sides: Pick<UnimRecord, 'input' | 'output'>;
  readonly repaired: boolean;
}

function parseSides(
  fields: Readonly<Record<string, unknown>>,
  context: RecordContext,
  key: KeyParts,
  add: Add,
): Sides | undefined {
  const isFlat = (fields['output'] ?? undefined) === undefined && 'content' in fields;
  const rawInput = fields['input'] ?? undefined;
  // answers are also written without the level of "output": `content` and `modal` at the top
  const rawOutput = isFlat && context.kind !== 'dataset' ? fields : (fields['output'] ?? undefined);
  let repaired = false;
  const parse = (side: 'input' | 'output', raw: unknown): RecordSide | undefined =>
    raw === undefined
      ? undefined
      : parseSide(raw, ({ quirk, severity, message }) => {
          if (severity === 'info') repaired = true;
          const where = `${message.replace(/\.$/, '')}, in the ${side} of "${key.id}".`;
          add({
            ...(quirk === undefined ? { code: 'bad-record' } : { code: 'quirk', quirk }),
            severity,
            message: where,
            key: keyOf(key),
          });
        });
  const input = parse('input', rawInput);
  const output = parse('output', rawOutput);
  if (output === undefined && rawOutput === undefined && context.kind === 'predictions') {
    const message = `Prediction "${key.id}" has no output: it counts as not answered.`;
    add({ code: 'bad-record', severity: 'warning', message, key: keyOf(key) });
  }
  if (input === undefined && output === undefined) {
    const message = `Left out record "${key.id}": neither its input nor its output can be read.`;
    add({ code: 'bad-record', severity: 'error', message, key: keyOf(key) });
    return undefined;
  }
  return {
    sides: {
      ...(input === undefined ? undefined : { input }),
      ...(output === undefined ? undefined : { output }),
    },
    repaired,
  };
}

/** One side: an object with `content` and `modal`, or its content alone as a text. */
export function parseSide(raw: unknown, note: (note: SideNote) => void): RecordSide | undefined {
  if (typeof raw === 'string') {
    note({ severity: 'info', message: 'Read a text as content without "modal" entries.' });
    return { content: raw, entries: [] };
  }
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) {
    note({
      severity: 'error',
      message: `Cannot read a side: it is ${describe(raw)}, not an object.`,
    });
    return undefined;
  }
  const { content, modal } = raw as { content?: unknown; modal?: unknown };
  if (typeof content !== 'string' && content !== null)
    note({
      severity: 'warning',
      message: `Read the content as empty: "content" is ${describe(content)}, not a text.`,
    });
  return {
    content: typeof content === 'string' ? content : '',
    entries: parseModal(modal, note),
  };
}

const DIFFICULTY_BY_NAME: ReadonlyMap<string, Difficulty> = new Map(
  ([1, 2, 3] as const).flatMap((level) => [
    [String(level), level] as const,
    [DIFFICULTY_LABELS[level], level] as const,
  ]),
);

/** `difficulty_level`: 1, 2, 3, the same as text, or its name; absent and null say nothing (quirk 6). */
export function parseDifficulty(
  value: unknown,
  note: (message: string) => void,
): Difficulty | undefined {
  if (value === undefined || value === null || value === '') return undefined;
  const level = DIFFICULTY_BY_NAME.get(textOf(value)?.trim().toLowerCase() ?? '');
  if (level === undefined)
    note(`Left out the difficulty: it is ${describe(value)}, not 1, 2 or 3.`);
  return level;
}
export { recordContext } from './record-context.ts';
