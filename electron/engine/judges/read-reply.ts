// Reads a judge's reply: JSON, perhaps in a code fence, with whole numbers in their range. Prose around
// it is a bad reply: the model is asked once more and told why.
import type { ReadReply } from './define.ts';

/** A whole number that a reply must hold. */
export interface NumberKey {
  readonly key: string;
  readonly min: number;
  readonly max: number;
}

/** What a reply holds: numbers in their range, and a reason or several. */
export interface ReplyKeys {
  readonly numbers: readonly NumberKey[];
  readonly reasons: readonly string[];
}

export interface JudgeReply {
  readonly numbers: Readonly<Record<string, number>>;
  /** A reason that the model left out is ''; a score is not thrown away for it. */
  readonly reasons: Readonly<Record<string, string>>;
}

/** Longest reason that is kept. */
const REASON_LENGTH = 4000;

/**
 * Reads a reply. `"4"` and `4.0` are whole numbers, `4.5` and `"four"` are not; further keys are let be.
 */
export function readJudgeReply(text: string, keys: ReplyKeys): ReadReply<JudgeReply> {
  const parsed = parseObject(withoutFence(text));
  if (parsed.status === 'bad') return parsed;
  const numbers: Record<string, number> = {};
  const problems: string[] = [];
  for (const { key, min, max } of keys.numbers) {
    const value = wholeNumber(parsed.value[key]);
    const range = `a whole number from ${min} to ${max}`;
    if (!Object.hasOwn(parsed.value, key))
      problems.push(`"${key}" is missing; it must be ${range}`);
    else if (value === undefined || value < min || value > max) {
      problems.push(`"${key}" is ${show(parsed.value[key])}; it must be ${range}`);
    } else numbers[key] = value;
  }
  if (problems.length > 0) return { status: 'bad', problem: `${problems.join('. ')}.` };
  const reasons = Object.fromEntries(
    keys.reasons.map((key) => {
      const reason = parsed.value[key];
      return [key, typeof reason === 'string' ? reason.trim().slice(0, REASON_LENGTH) : ''];
    }),
  );
  return { status: 'read', value: { numbers, reasons } };
}

/** A reply that is one code fence loses it; anything else stays as it is. */
function withoutFence(text: string): string {
  const trimmed = text.replace(/^\uFEFF/, '').trim();
  const match = /^(`{3,}|~{3,})[^\n`]*\n([\s\S]*?)\n?\s*\1$/.exec(trimmed);
  return (match?.[2] ?? trimmed).trim();
}

function parseObject(text: string): ReadReply<Record<string, unknown>> {
  if (text === '') return { status: 'bad', problem: 'The reply is empty.' };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { status: 'bad', problem: `The reply is not JSON and nothing but JSON: ${cut(why)}.` };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { status: 'bad', problem: `The reply is JSON, but not an object: ${show(value)}.` };
  }
  return { status: 'read', value: value as Record<string, unknown> }; // an object, seen above
}

function wholeNumber(value: unknown): number | undefined {
  if (typeof value === 'number') return Number.isInteger(value) ? value : undefined;
  if (typeof value !== 'string') return undefined;
  return /^\s*\d{1,3}(?:\.0+)?\s*$/.test(value) ? Number(value) : undefined;
}

const show = (value: unknown) => cut(JSON.stringify(value));
const cut = (text: string) => (text.length <= 120 ? text : `${text.slice(0, 119)}…`);

/** The JSON schema of a reply, in the strict form: every key required, no other allowed. */
export function schemaOf({ numbers, reasons }: ReplyKeys): Readonly<Record<string, unknown>> {
  const properties: Record<string, unknown> = {};
  // a reason that comes first is thought about before the number is said
  for (const key of reasons) properties[key] = { type: 'string' };
  for (const { key, min, max } of numbers) {
    properties[key] = { type: 'integer', minimum: min, maximum: max };
  }
  return {
    type: 'object',
    properties,
    required: Object.keys(properties),
    additionalProperties: false,
  };
}
