/** A message without the path that ends it, where the path stands beside it anyway. */
export function messageWithoutPath(message: string, path: string): string {
  const ending = `"${path}"`;
  return message.endsWith(ending) ? message.slice(0, -ending.length).trimEnd() : message;
}
