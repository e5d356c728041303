// A report as a LaTeX document that compiles as it is; pictures stay out, a bundle or the PDF has them.
import { escapeLatex, toLatex } from '../../../../shared/sheet/latex.ts';
import type { ReportExample, ReportSide, ReviewReport } from './review-report.ts';

/** The document, its tables those of booktabs and longtable. */
export function reportLatex(report: ReviewReport): Promise<string> {
  const { title, madeAt, facts, tables, notes, examples } = report;
  const lines = [
    '\\documentclass[10pt]{article}',
    '\\usepackage[a4paper,margin=2cm]{geometry}',
    '\\usepackage[T1]{fontenc}',
    '\\usepackage{booktabs,longtable}',
    '\\begin{document}',
    `\\section*{${escapeLatex(title)}}`,
    `${escapeLatex([...facts, `made ${madeAt.slice(0, 10)} by UniM Loupe`].join('; '))}.`,
    '\\small',
    toLatex({ title, tables, notes }),
    ...(examples.length === 0 ? [] : ['\\clearpage', '\\section*{Examples}']),
    ...examples.flatMap(exampleLines),
    '\\end{document}',
    '',
  ];
  return Promise.resolve(lines.join('\n'));
}

function exampleLines({ key, facts, sides, said }: ReportExample): string[] {
  return [
    `\\subsection*{${escapeLatex(key)}}`,
    `${escapeLatex(facts)}\\par`,
    ...said.map((line) => `${paragraph(line)}\\par`),
    ...sides.flatMap(sideLines),
  ];
}

function sideLines({ name, blocks, figures, reasons }: ReportSide): string[] {
  const content = blocks.map((block) => {
    if (block.kind === 'text') return paragraph(block.text);
    const said = block.text ?? block.note ?? '';
    return `\\textit{[${escapeLatex(`${block.tag}: ${said}`.replace(/\s+/g, ' '))}]}`;
  });
  return [
    `\\paragraph{${escapeLatex(name)}}`,
    content.join('\n\n'),
    '',
    ...(figures.length === 0 ? [] : [`\\emph{${escapeLatex(figures.join('; '))}}\\par`]),
    ...reasons.map(({ of, text }) => `\\textbf{${escapeLatex(of)}} ${paragraph(text)}\\par`),
  ];
}

/** Empty lines part paragraphs, single ones are spaces, as in the source. */
const paragraph = (text: string): string =>
  text
    .split(/\n{2,}/)
    .map((part) => escapeLatex(part.replace(/\s+/g, ' ').trim()))
    .filter((part) => part !== '')
    .join('\n\n');
