// Patterns of the mapping rule: `{name}` stands for a part of a path without a slash, `*` for anything
// in it; the rest is as it stands, in any case.

/** What the names of a pattern stand for in a path; undefined when it does not fit. */
export function matchPattern(
  pattern: string,
  path: string,
): Readonly<Record<string, string>> | undefined {
  const names: string[] = [];
  const source = pattern.replace(/\{(\w+)\}|\*|[\\^$.|?+()[\]{}]/g, (token, name: string) => {
    if (token === '*') return '[^/]*';
    if (name === undefined) return `\\${token}`;
    names.push(name);
    return '([^/]+?)';
  });
  const match = new RegExp(`^${source}$`, 'iu').exec(path);
  if (match === null) return undefined;
  return Object.fromEntries(names.map((name, index) => [name, match[index + 1] ?? '']));
}

/** A template with its names filled in. */
export function fillTemplate(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (token, name: string) => values[name] ?? token);
}
