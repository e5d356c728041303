import type { Sheet, Table } from './sheet.ts';

const escape = (text: string) => text.replace(/[\\|<>`*_]/g, '\\$&').replace(/\s+/g, ' ');

/** Markdown tables, padded so that they read well as they are. */
export function toMarkdown({ tables, notes }: Sheet): string {
  const parts = tables.map((table) =>
    tables.length === 1 ? tableOf(table) : `### ${escape(table.title)}\n\n${tableOf(table)}`,
  );
  return `${[...parts, ...notes.map(escape)].join('\n\n')}\n`;
}

function tableOf({ headings, spans, numericFrom, rows }: Table): string {
  const heads = headings.map((heading, column) => escape(prefixOf(spans, column) + heading));
  const body = rows.flatMap(({ cells, best = [], heading }) => {
    const shown = cells.map((cell, column) =>
      best.includes(column) ? `**${escape(cell)}**` : escape(cell),
    );
    return heading === undefined ? [shown] : [[`**${escape(heading)}**`], shown];
  });
  const widths = heads.map((_, column) =>
    Math.max(3, ...[heads, ...body].map((cells) => cells[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]) =>
    `| ${widths.map((width, column) => pad(cells[column] ?? '', width, column >= numericFrom)).join(' | ')} |`;
  const rule = widths.map((width, column) =>
    column >= numericFrom ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width),
  );
  return [line(heads), line(rule), ...body.map(line)].join('\n');
}

const pad = (text: string, width: number, isRight: boolean) =>
  isRight ? text.padStart(width) : text.padEnd(width);

/** Markdown has one row of headings: what stands above several goes before each. */
function prefixOf(spans: Table['spans'], column: number): string {
  let end = 0;
  for (const { text, columns } of spans ?? []) {
    end += columns;
    if (column < end) return text === '' ? '' : `${text}: `;
  }
  return '';
}
