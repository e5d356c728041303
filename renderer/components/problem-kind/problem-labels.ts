import type { ProblemCode, Severity } from '../../../shared/model/problem.ts';

/** Short names of the numbered quirks of real UniM files. */
const QUIRK_LABELS: readonly string[] = [
  'Records not one a line',
  'Record written as loose strings',
  'Stub or prose between records',
  'Unbalanced braces in a string',
  'Encoding or line ends',
  'Difficulty not stated',
  'Field under another name',
  'Numbered subdomain folder',
  'Id padding or duplicate id',
  'Path or address not found as written',
  'Type decided by the key',
  'One mesh in several entries',
  'Unusual mesh format',
  'Broken, empty or wrongly named file',
  'Value that is no path',
  'Code fence or escapes',
  'Tag in another spelling',
  'Tag repeated or out of order',
  'Orphan entry or dangling tag',
  'Answer refers to the input',
  'Caption or closing tag in the text',
  'Angle brackets that are no tag',
];

const CODE_LABELS: Readonly<Record<Exclude<ProblemCode, 'quirk'>, string>> = {
  'unreadable-folder': 'Unreadable folder',
  'unreadable-file': 'Unreadable file',
  'no-record': 'No record found',
  'truncated-json': 'File ends inside a record',
  'line-too-long': 'Line too long',
  'symlink-loop': 'Link that leads back to itself',
  'path-refused': 'Path outside the opened folders',
  'bad-record': 'Not of the shape of a record',
  'unmatched-response': 'Response without an instance',
  'duplicate-response': 'Second response to an instance',
  'bad-score': 'Score that cannot be read',
};

/** A kind of problem as people read it; a quirk carries its number. */
export function problemLabel(code: string, quirk: number | undefined): string {
  if (code === 'quirk') {
    return QUIRK_LABELS[(quirk ?? 0) - 1] ?? 'Quirk';
  }
  return Object.hasOwn(CODE_LABELS, code) ? CODE_LABELS[code as keyof typeof CODE_LABELS] : code;
}

export const SEVERITY_LABELS: Readonly<Record<Severity, string>> = {
  error: 'Error',
  warning: 'Warning',
  info: 'Info',
};
