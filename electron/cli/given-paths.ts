import { resolve, sep } from 'node:path';

/** A path as the person gave it: `given/x.jsonl` for an absolute path below a relative argument. */
export function asGiven(path: string, givenPaths: readonly string[]): string {
  for (const given of givenPaths) {
    const absolute = resolve(given);
    if (path === absolute) return given;
    const inside = absolute.endsWith(sep) ? absolute : absolute + sep;
    if (path.startsWith(inside)) {
      return given.replace(/[/\\]+$/, '') + sep + path.slice(inside.length);
    }
  }
  return path;
}
