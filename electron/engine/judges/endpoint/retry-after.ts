/**
 * How long the endpoint asks to wait, in ms: `retry-after-ms`, else `Retry-After` in seconds or as a date.
 *
 * @param now  milliseconds since 1970
 * @returns undefined when it does not say, or says what cannot be read; at least 0
 */
export function readRetryAfter(headers: Headers, now: number): number | undefined {
  const inMs = readNumber(headers.get('retry-after-ms'));
  if (inMs !== undefined) return inMs;
  const text = headers.get('retry-after');
  const seconds = readNumber(text);
  if (seconds !== undefined) return seconds * 1000;
  const at = text === null ? Number.NaN : Date.parse(text);
  return Number.isNaN(at) ? undefined : Math.max(0, at - now);
}

function readNumber(text: string | null): number | undefined {
  if (text === null || !/^\s*\d+(\.\d+)?\s*$/.test(text)) return undefined;
  return Number(text);
}
