// Most answers are sentences without any markup. These need no Markdown parser, which is what makes
// stepping from instance to instance quick; whatever might be markup goes to the parser.

const MARKUP = /[*_`#>|[\]~<&\\$^]|https?:|www\.|@| {2}\n/;
const LINE_MARKUP = /^(?: {4}|\t|\s*(?:[-+=]|\d{1,9}[.)]))/m;

/**
 * The paragraphs of a text that holds no Markdown, soft line breaks as blanks.
 *
 * @returns undefined when the text may hold Markdown
 */
export function plainParagraphs(text: string): string[] | undefined {
  if (MARKUP.test(text) || LINE_MARKUP.test(text)) return undefined;
  return text
    .split(/\n[^\S\n]*\n/)
    .map((paragraph) => paragraph.replace(/\s*\n\s*/g, ' ').trim())
    .filter((paragraph) => paragraph !== '');
}

/** Text with inline marks, as an alternation of plain text and mark numbers. */
export function splitAtMarks(text: string): (string | number)[] {
  return text
    .split(/\uE000(\d+)\uE001/)
    .map((part, index) => (index % 2 === 1 ? Number(part) : part))
    .filter((part) => part !== '');
}
