import type { ReportRow } from '../../../shared/model/report.ts';
import { HEADINGS, NOTE, NUMERIC_FROM, toCells } from './table.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escape = (text: string) => text.replace(/[&<>"']/g, (char) => ENTITIES[char] ?? char);

const STYLE = `
    body { font: 13px/20px system-ui, sans-serif; margin: 2rem; color-scheme: light dark; }
    table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
    th, td { padding: 2px 12px 2px 0; text-align: left; border-bottom: 1px solid #8884; }
    .figure { text-align: right; }`;

/** A page that stands alone and loads nothing. */
export function toHtml(rows: readonly ReportRow[]): string {
  const cell = (tag: 'th' | 'td') => (text: string, column: number) =>
    `<${tag}${column >= NUMERIC_FROM ? ' class="figure"' : ''}>${escape(text)}</${tag}>`;
  const body = rows.map((row) => `      <tr>${toCells(row).map(cell('td')).join('')}</tr>`);
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
    <title>UniM Loupe report</title>
    <style>${STYLE}
    </style>
  </head>
  <body>
    <table>
      <thead><tr>${HEADINGS.map(cell('th')).join('')}</tr></thead>
      <tbody>
${body.join('\n')}
      </tbody>
    </table>
    <p>${escape(NOTE)}</p>
  </body>
</html>
`;
}
