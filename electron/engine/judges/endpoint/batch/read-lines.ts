import { z } from 'zod';
import { parseJson } from '../../../parse-json.ts';

/** What a batch says of one question. */
export type BatchLine =
  | { readonly status: 'completed'; readonly body: string }
  /** With a status of its own; asked singly it says more. */
  | { readonly status: 'failed' }
  /** The day was over, or the batch was cancelled, before it was its turn. */
  | { readonly status: 'unreached' };

const Line = z.looseObject({
  custom_id: z.string(),
  response: z.looseObject({ status_code: z.int(), body: z.unknown() }).nullish(),
  error: z.looseObject({ code: z.string().nullish() }).nullish(),
});

/**
 * Reads the lines of an output or error file into `lines`. A line that comes twice counts once, and one
 * that cannot be read is no line.
 */
export function readLines(text: string, lines: Map<string, BatchLine>): void {
  for (const row of text.split('\n')) {
    if (row.trim() === '') continue;
    const parsed = Line.safeParse(parseJson(row));
    if (!parsed.success) continue;
    const { custom_id: callKey, response, error } = parsed.data;
    if (lines.get(callKey)?.status === 'completed') continue;
    if (response?.status_code === 200) {
      lines.set(callKey, { status: 'completed', body: JSON.stringify(response.body) });
    } else {
      const isUnreached = /^batch_(expired|cancelled)$/.test(error?.code ?? '');
      lines.set(callKey, { status: isUnreached ? 'unreached' : 'failed' });
    }
  }
}
