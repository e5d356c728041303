import {
  countFigure,
  type Finding,
  type Inspection,
  MAX_FINDINGS,
  shareFigure,
} from '../define-inspection.ts';
import type { DocumentContent, PageContent } from './content.ts';
import { encodingTrouble } from './encoding-trouble.ts';
import { legibility } from './legibility.ts';

export const DOCUMENT_INSPECTION_VERSION = 1;

/** Figures of a document from what was read of it. Pure. */
export function inspectContent(content: DocumentContent, notes: readonly string[]): Inspection {
  const { pages, pageCount, unit, type } = content;
  const troubles = pages.map((page) => encodingTrouble(page.text, page.number));
  const shapes = pages.map((page) => legibility(page.text));
  const sum = <T>(list: readonly T[], of: (one: T) => number) =>
    list.reduce((total, one) => total + of(one), 0);
  const withoutText = pages.filter(({ kind }) => kind === 'scan').length;
  const empty = pages.filter(({ kind }) => kind === 'empty');
  const characters = sum(shapes, (one) => one.characters);
  const findings = [
    ...(content.findings ?? []),
    ...empty.filter(() => pageCount !== undefined).map(emptyPage),
    ...troubles.flatMap((one) => one.findings),
  ];
  return {
    profile: 'document',
    version: DOCUMENT_INSPECTION_VERSION,
    type,
    figures: {
      [unit]: countFigure(pageCount, unit, pageCount === undefined ? 'It has none.' : undefined),
      [`empty ${unit}`]: countFigure(empty.length, unit),
      'pages without a text layer': countFigure(withoutText, 'pages'),
      words: countFigure(sum(shapes, (one) => one.words)),
      characters: countFigure(characters, 'characters', 'Without white space.'),
      'tables found': countFigure(
        sum(pages, (page) => page.tables),
        'count',
        type === 'PDF' ? 'By the alignment of the text.' : undefined,
      ),
      ...content.figures,
      'replacement characters': countFigure(sum(troubles, (one) => one.replacements)),
      'control characters': countFigure(sum(troubles, (one) => one.controls)),
      'unnamed characters': countFigure(
        sum(troubles, (one) => one.privateUse),
        'count',
        'Of a font that does not say what they are.',
      ),
      'wrong encoding': countFigure(sum(troubles, (one) => one.mojibake)),
      legible: shareFigure(
        sum(shapes, (one) => one.plausible),
        characters,
        'Characters in words of a plausible shape; no dictionary is used.',
      ),
      ...confidenceFigure(pages),
    },
    findings: findings.slice(0, MAX_FINDINGS),
    notes: withoutText > 0 ? [...notes, 'Text was recognised from pictures, as English.'] : notes,
  };
}

const emptyPage = ({ number }: PageContent): Finding => ({
  kind: 'empty-page',
  message: 'Nothing stands here',
  page: number,
});

function confidenceFigure(pages: readonly PageContent[]) {
  const read = pages.flatMap(({ confidence }) => (confidence === undefined ? [] : [confidence]));
  const sum = read.reduce((total, one) => total + one, 0);
  const note = 'Mean confidence of the recognised words.';
  return read.length === 0 ? {} : { 'OCR confidence': shareFigure(sum, read.length, note) };
}
