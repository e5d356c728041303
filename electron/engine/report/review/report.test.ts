import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { judge, startJudged } from '../../../../tests/builders/judging.ts';
import type { Table } from '../../../../shared/sheet/sheet.ts';
import { openPdf } from '../../modalities/document/pdf.ts';
import { reportPdf } from './write-pdf.ts';

const EVIL = '<img src=x onerror=alert(1)> & \\input{x} 中文';
const LONG: Table = {
  title: 'A long table.',
  headings: ['Model', 'Mean'],
  numericFrom: 1,
  rows: Array.from({ length: 150 }, (_, at) => ({ cells: [`group ${at}`, String(at)] })),
};

async function pagesOf(bytes: Buffer): Promise<string[]> {
  const task = openPdf(bytes);
  const pdf = await task.promise;
  const pages: string[] = [];
  for (let page = 1; page <= pdf.numPages; page++) {
    const { items } = await (await pdf.getPage(page)).getTextContent();
    pages.push(items.map((item) => ('str' in item ? item.str : '')).join(' '));
  }
  await task.destroy();
  return pages;
}

test('a report has figures, a comparison and examples with pictures, in every form', async () => {
  const project = await startJudged([
    { model: 'Alpha', ids: ['1', '2'] },
    { model: 'Beta', ids: ['1', '2'] },
  ]);
  await judge(project);
  const request = { title: EVIL, groupBy: 'field' as const, examples: { count: 1 } };
  const [html, pdf, latex] = ['r.html', 'r.pdf', 'r.tex'].map((name) => join(project.dir, name));
  const write = (as: 'html' | 'pdf' | 'latex', path = '') =>
    project.api.call('export.report', { ...request, as, path });

  const written = await write('html', html);
  await write('pdf', pdf);
  await write('latex', latex);

  const page = readFileSync(html ?? '', 'utf8');
  expect(written).toMatchObject({ instances: 2, examples: 1, bytes: Buffer.byteLength(page) });
  expect(page).not.toMatch(/<(img src=x|script)|https?:/);
  // the task's, the reference's and each answer's
  expect(page.match(/src="data:image\/jpeg;base64,/g)).toHaveLength(4);
  expect(page).toContain('Alpha (A) against Beta (B) on the same instances.');
  const pages = await pagesOf(readFileSync(pdf ?? ''));
  expect(pages[0]).toContain('<img src=x onerror=alert(1)> & \\input{x} □□');
  expect(pages.join(' ')).toContain('natural_science/chemistry/1');
  const source = readFileSync(latex ?? '', 'utf8');
  expect(source).toContain('\\textbackslash{}input\\{x\\}');
  expect(source.trimEnd().endsWith('\\end{document}')).toBe(true);
});

test('an empty set and a place that was imported are refused', async () => {
  const project = await startJudged([{ model: 'Alpha', ids: ['1'] }]);
  const base = { as: 'html' as const, title: 'x' };
  const none = { ...base, filter: { search: 'nowhere at all' }, path: join(project.dir, 'x.html') };

  await expect(project.api.call('export.report', none)).rejects.toMatchObject({
    code: 'bad-input',
    message: expect.stringContaining('no instance is chosen') as string,
  });
  await expect(
    project.api.call('export.report', { ...base, path: project.dir }),
  ).rejects.toMatchObject({ code: 'bad-input' });
});

test('a table on paper goes on over pages with its head on each', async () => {
  const empty = { title: 'T', madeAt: '2026-01-01T00:00:00Z', facts: [], notes: [], examples: [] };

  const pages = await pagesOf(await reportPdf({ ...empty, tables: [LONG] }));

  expect(pages.length).toBeGreaterThan(2);
  for (const page of pages) expect(page).toMatch(/Model\s+Mean/);
  const rows = pages.join(' ').match(/group \d+/g) ?? [];
  expect(new Set(rows).size).toBe(150);
  expect(rows).toHaveLength(150);
});
