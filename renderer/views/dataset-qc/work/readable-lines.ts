/**
 * A record's text with its long contents cut into lines, so that a comparison shows the sentence that
 * changed and not the whole answer: behind a written line break, and behind a sentence.
 */
export function readableLines(text: string): string {
  return text
    .replace(/(?<!\\)((?:\\\\)*)\\n/g, '$1\\n\n')
    .split('\n')
    .map((line) => (line.length < 120 ? line : line.replace(/([.!?。！？]) (?=\S)/g, '$1 \n')))
    .join('\n');
}
