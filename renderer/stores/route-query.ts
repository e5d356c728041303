// Query strings whose values are comma lists. A comma inside a value is escaped, so it never parts
// one value into two; URLSearchParams cannot tell the two apart.

/** Parameter name → its values; an empty list is not kept. */
export type Query = Map<string, readonly string[]>;

export function decodePart(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part; // a stray "%", typed by hand: it means itself
  }
}

/** Escapes everything but a colon, which reads well in an address and has no meaning there. */
export function encodePart(part: string): string {
  return encodeURIComponent(part).replaceAll('%3A', ':');
}

const encodeValue = (value: string) => encodePart(value).replaceAll('%20', '+');

export function decodeQuery(search: string): Query {
  const query: Query = new Map();
  for (const pair of search.split('&')) {
    if (pair === '') continue;
    const at = pair.indexOf('=');
    const name = decodePart(at === -1 ? pair : pair.slice(0, at));
    const raw = at === -1 ? '' : pair.slice(at + 1);
    const values = raw
      .split(',')
      .filter((value) => value !== '')
      .map((value) => decodePart(value.replaceAll('+', ' ')));
    if (values.length > 0) query.set(name, values);
  }
  return query;
}

export function encodeQuery(query: Query): string {
  return [...query]
    .map(([name, values]) => `${encodePart(name)}=${values.map(encodeValue).join(',')}`)
    .join('&');
}
