import type { ReportRow } from '../../../shared/model/report.ts';
import { HEADINGS, NOTE, NUMERIC_FROM, toCells } from './table.ts';

const escape = (text: string) => text.replace(/[\\|<>`*_]/g, '\\$&').replace(/\s+/g, ' ');

/** A Markdown table, padded so that it reads well as it is. */
export function toMarkdown(rows: readonly ReportRow[]): string {
  const lines = [HEADINGS, ...rows.map(toCells)].map((cells) => cells.map(escape));
  const widths = HEADINGS.map((_, column) =>
    Math.max(3, ...lines.map((cells) => cells[column]?.length ?? 0)),
  );
  const pad = (text: string, column: number) =>
    column >= NUMERIC_FROM ? text.padStart(widths[column] ?? 0) : text.padEnd(widths[column] ?? 0);
  const rule = widths.map((width, column) =>
    column >= NUMERIC_FROM ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width),
  );
  const [head, ...body] = lines.map((cells) => `| ${cells.map(pad).join(' | ')} |`);
  return [head, `| ${rule.join(' | ')} |`, ...body, '', NOTE, ''].join('\n');
}
