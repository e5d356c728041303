/** Text from elsewhere in one line, for a message. @param longest  in UTF-16 code units */
export function oneLine(text: string, longest: number): string {
  const line = text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  return line.length > longest ? `${line.slice(0, longest)}…` : line;
}
