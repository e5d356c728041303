import { repairJson } from './repair-json.ts';

/** A JSON text that has been read, or not. */
export type ParsedText =
  { readonly value: unknown; readonly repaired: boolean } | { readonly error: string };

/** Bytes to text; marks bytes that are no UTF-8, which have become U+FFFD. */
export function decodeUtf8(
  bytes: Buffer,
  from: number,
  to: number,
): { text: string; isDamaged: boolean } {
  const text = bytes.toString('utf8', from, to);
  const isDamaged = text.includes('\uFFFD') && !isUtf8Text(bytes.subarray(from, to));
  return { text, isDamaged };
}

function isUtf8Text(bytes: Buffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false; // the decoder's only way to say no
  }
}

/** `JSON.parse` as a question: undefined when the text is no JSON. */
export function tryParse(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return undefined; // asked only whether it parses
  }
}

/** Parses, and once more after a repair. */
export function parseOrRepair(text: string, needsRepair: boolean): ParsedText {
  const parsed = needsRepair ? undefined : tryParse(text);
  if (parsed !== undefined) return { value: parsed.value, repaired: false };
  try {
    return { value: JSON.parse(repairJson(text)) as unknown, repaired: true };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}
