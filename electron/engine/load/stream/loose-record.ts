// Quirk 2: a record whose braces, colons and commas are missing, its keys and values alternating at
// the top level. Put together while they alternate; reported, and left out, as soon as they do not.
import type { Checkpoint } from '../types.ts';

const TEXT_KEYS = ['domain', 'field', 'subdomain', 'id', 'difficulty_level', 'content', 'reason'];
const OBJECT_KEYS = ['input', 'output', 'modal', 'scores', 'score', 'captions'];
const KEYS: ReadonlySet<string> = new Set([...TEXT_KEYS, ...OBJECT_KEYS]);
const isObjectKey: ReadonlySet<string> = new Set(OBJECT_KEYS);
/** Keys whose value may be any word. */
const isProse: ReadonlySet<string> = new Set(['content', 'reason']);

/** A loose record under way. */
export interface LooseRecord {
  readonly start: Checkpoint;
  readonly fields: Record<string, unknown>;
  /** A key whose value is still to come. */
  readonly key?: string;
}

/** True when a string at the top level can begin a loose record. */
export function startsLooseRecord(text: string): boolean {
  return KEYS.has(text);
}

/** True when the record waits for a value that is an object. */
export function awaitsObject(loose: LooseRecord | undefined): boolean {
  return loose?.key !== undefined && isObjectKey.has(loose.key);
}

/** True when the record waits for a number, `true`, `false` or `null`. */
export function awaitsLiteral(loose: LooseRecord | undefined): boolean {
  return loose?.key !== undefined && !isObjectKey.has(loose.key);
}

/**
 * Adds a key or a value.
 *
 * @returns undefined when the token does not fit: the record ends before it
 */
export function addToken(loose: LooseRecord, token: unknown): LooseRecord | undefined {
  if (loose.key === undefined) {
    const isNewKey =
      typeof token === 'string' && KEYS.has(token) && !Object.hasOwn(loose.fields, token);
    return isNewKey ? { ...loose, key: token } : undefined;
  }
  // a key where a value should be: the value is missing
  if (typeof token === 'string' && KEYS.has(token) && !isProse.has(loose.key)) return undefined;
  const isObject = typeof token === 'object' && token !== null;
  if (isObject && !isObjectKey.has(loose.key)) return undefined;
  return { start: loose.start, fields: { ...loose.fields, [loose.key]: token } };
}

/** True when keys and values alternated to the end and make a record that can be told from others. */
export function isComplete(loose: LooseRecord): boolean {
  return loose.key === undefined && 'id' in loose.fields && Object.keys(loose.fields).length > 1;
}
