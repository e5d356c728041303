// A report as one page: it loads nothing, runs nothing, and every word of a record is text.
import { escapeHtml, htmlTable, SHEET_STYLE } from '../../../../shared/sheet/html.ts';
import type { ReportBlock, ReportExample, ReportSide, ReviewReport } from './review-report.ts';

const STYLE = `
    body { max-width: 1200px; }
    h1 { font-size: 20px; line-height: 28px; margin: 0; }
    h2 { font-size: 15px; margin: 2rem 0 .5rem; }
    h3 { font-size: 13px; margin: 0 0 .5rem; border-bottom: 2px solid #8886; }
    h3 code { font-weight: 400; opacity: .7; }
    .facts, .note, .reason { opacity: .75; }
    .tables { overflow-x: auto; }
    .sides { display: grid; grid-template-columns: repeat(auto-fit, minmax(240px, 1fr)); gap: 1.25rem; }
    .sides p, .note { white-space: pre-wrap; overflow-wrap: anywhere; margin: 0 0 .5rem; }
    figure { margin: 0 0 .5rem; border: 1px solid #8884; border-radius: 5px; padding: 6px; }
    img { display: block; max-width: 100%; max-height: 360px; margin: 4px auto; background: #fff; }
    pre { white-space: pre-wrap; overflow-wrap: anywhere; font-size: 12px; line-height: 17px; margin: 4px 0; }
    article { border-top: 1px solid #8884; break-inside: avoid-page; }`;

/** The page, with its pictures in it. */
export function reportHtml(report: ReviewReport): Promise<string> {
  const { title, madeAt, facts, tables, notes, examples } = report;
  return Promise.resolve(`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${escapeHtml(title)}</title>
    <style>${SHEET_STYLE}${STYLE}
    </style>
  </head>
  <body>
    <h1>${escapeHtml(title)}</h1>
    <p class="facts">${[...facts, `made ${madeAt.slice(0, 10)} by UniM Loupe`].map(escapeHtml).join(' · ')}</p>
    <h2>Figures</h2>
    <div class="tables">
${tables.map(htmlTable).join('\n')}
    </div>
${notes.map((note) => `    <p class="note">${escapeHtml(note)}</p>`).join('\n')}
${examples.length === 0 ? '' : `    <h2>Examples</h2>\n${examples.map(exampleHtml).join('\n')}`}
  </body>
</html>
`);
}

function exampleHtml({ key, facts, sides, said }: ReportExample): string {
  const words = said.map((line) => `<li>${escapeHtml(line)}</li>`).join('');
  return `    <article>
      <h2>${escapeHtml(key)}</h2>
      <p class="facts">${escapeHtml(facts)}</p>
      ${words === '' ? '' : `<ul>${words}</ul>`}
      <div class="sides">
${sides.map(sideHtml).join('\n')}
      </div>
    </article>`;
}

function sideHtml({ name, strip, blocks, figures, reasons }: ReportSide): string {
  const told = reasons.map(
    ({ of, text }) => `<p class="reason"><b>${escapeHtml(of)}</b> ${escapeHtml(text)}</p>`,
  );
  return `        <section>
          <h3>${escapeHtml(name)} <code>${escapeHtml(strip)}</code></h3>
          ${blocks.map(blockHtml).join('')}
          ${figures.length === 0 ? '' : `<p>${escapeHtml(figures.join(' · '))}</p>`}
          ${told.join('')}
        </section>`;
}

function blockHtml(block: ReportBlock): string {
  if (block.kind === 'text') return `<p>${escapeHtml(block.text)}</p>`;
  const { tag, modality, picture, text, note } = block;
  const drawn =
    picture === undefined
      ? ''
      : `<img alt="${escapeHtml(picture.shows)}" src="data:image/jpeg;base64,${picture.jpeg.toString('base64')}">`;
  return [
    `<figure><figcaption><code>${escapeHtml(tag)}</code> ${escapeHtml(modality)}</figcaption>`,
    drawn,
    text === undefined ? '' : `<pre>${escapeHtml(text)}</pre>`,
    note === undefined ? '' : `<div class="note">${escapeHtml(note)}</div>`,
    '</figure>',
  ].join('');
}
