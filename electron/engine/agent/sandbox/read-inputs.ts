import papaparse from 'papaparse';
import type { CodeInput } from '../tools/define.ts';

/** The two texts that the thread gets: JSON of name → text, and of name → what that text holds. */
export interface ReadInputs {
  readonly texts: string;
  readonly data: string;
}

/** Reads CSV and JSON here, where parsers are tried ones; the code gets values beside the texts. */
export function readInputs(inputs: readonly CodeInput[]): ReadInputs {
  return {
    texts: JSON.stringify(Object.fromEntries(inputs.map(({ name, text }) => [name, text]))),
    data: JSON.stringify(Object.fromEntries(inputs.map(({ name, text }) => [name, held(text)]))),
  };
}

/** Objects and lists of JSON, rows of a table with a head; nothing for other texts. */
function held(text: string): unknown {
  const trimmed = text.trim();
  if (/^[[{]/.test(trimmed)) {
    try {
      return JSON.parse(trimmed) as unknown;
    } catch {
      return undefined; // a text that begins with a bracket
    }
  }
  const read = papaparse.parse<unknown>(trimmed, {
    header: true,
    dynamicTyping: true,
    skipEmptyLines: true,
  });
  const isTable = (read.meta.fields?.length ?? 0) > 1 && read.errors.length === 0;
  return isTable ? read.data : undefined;
}
