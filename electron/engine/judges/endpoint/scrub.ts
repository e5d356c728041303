const SHORTEST_KEY = 8;
const KEY_LIKE =
  /\b(?:(?:sk|gsk|hf|xai|pplx|nvapi|tgp|csk)[-_][\w*.…-]{5,}[\w*…-]|Bearer\s+[\w.~+/=-]{7,}[\w~+/=-])/g;

/**
 * Text from elsewhere without the key in it, and without what looks like one: vendors quote parts of a
 * key in their messages. Keys shorter than 8 characters are fillers as `EMPTY`, and stay.
 */
export function scrubKeys(text: string, key: string | undefined): string {
  return withoutKey(text, key).replace(KEY_LIKE, '[key]');
}

/** Text without the key itself, else as it is: for replies, whose words are kept. */
export function withoutKey(text: string, key: string | undefined): string {
  if (key === undefined || key.length < SHORTEST_KEY) return text;
  return text.replaceAll(key, '[key]');
}
