// Where the values of a JSON text stand, so that one can be changed and the rest stays as it was written.

/** A value and its place in the text, end exclusive. */
export type JsonNode =
  | {
      readonly kind: 'object';
      readonly start: number;
      readonly end: number;
      readonly members: readonly JsonMember[];
    }
  | { readonly kind: 'string' | 'other'; readonly start: number; readonly end: number };

export interface JsonMember {
  readonly key: string;
  readonly keyStart: number;
  readonly keyEnd: number;
  readonly value: JsonNode;
}

/** @returns undefined when the text is no JSON */
export function locate(text: string): JsonNode | undefined {
  try {
    JSON.parse(text);
  } catch {
    return undefined; // asked only whether it parses
  }
  return readValue(text, skipBlanks(text, 0));
}

/** The member of an object; the last one where a key stands twice, as `JSON.parse` has it. */
export function memberOf(node: JsonNode | undefined, key: string): JsonMember | undefined {
  return node?.kind === 'object' ? node.members.findLast((each) => each.key === key) : undefined;
}

// the text has been parsed: what is read from here on is well-formed

function skipBlanks(text: string, at: number): number {
  while (/[\s]/.test(text[at] ?? '')) at += 1;
  return at;
}

function readValue(text: string, start: number): JsonNode {
  const first = text[start];
  if (first === '{') return readObject(text, start);
  if (first === '[') return { kind: 'other', start, end: endOfList(text, start) };
  if (first === '"') return { kind: 'string', start, end: endOfString(text, start) };
  const length = /^[^\s,\]}]+/.exec(text.slice(start, start + 400))?.[0].length ?? 1;
  return { kind: 'other', start, end: start + length };
}

function readObject(text: string, start: number): JsonNode {
  const members: JsonMember[] = [];
  let at = skipBlanks(text, start + 1);
  while (text[at] !== '}') {
    const keyStart = at;
    const keyEnd = endOfString(text, keyStart);
    const colon = skipBlanks(text, keyEnd);
    const value = readValue(text, skipBlanks(text, colon + 1));
    const key = JSON.parse(text.slice(keyStart, keyEnd)) as string; // a string by its quotes
    members.push({ key, keyStart, keyEnd, value });
    at = skipBlanks(text, value.end);
    if (text[at] === ',') at = skipBlanks(text, at + 1);
  }
  return { kind: 'object', start, end: at + 1, members };
}

function endOfList(text: string, start: number): number {
  let at = skipBlanks(text, start + 1);
  while (text[at] !== ']') {
    at = skipBlanks(text, readValue(text, at).end);
    if (text[at] === ',') at = skipBlanks(text, at + 1);
  }
  return at + 1;
}

function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at + 1;
}
