/**
 * Says that a file's extension contradicts its bytes (quirk 14); it is read by its bytes all the same.
 *
 * @param type  what the bytes are, for people
 * @param expected  extensions that fit, lower case, without the dot
 * @returns undefined when the extension fits
 */
export function extensionMismatch(
  path: string,
  type: string,
  expected: readonly string[],
): string | undefined {
  const extension = extensionOfPath(path);
  if (expected.includes(extension)) return undefined;
  return `The extension is "${extension}", the bytes are ${type}; read as ${type}.`;
}

/** Lower-case extension without the dot; `''` when there is none. */
export const extensionOfPath = (path: string): string =>
  /\.([^./\\]+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
