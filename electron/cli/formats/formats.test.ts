import { describe, expect, test } from 'vitest';
import type { ReportRow } from '../../../shared/model/report.ts';
import { REPORT_FORMATS } from './index.ts';

const rows: ReportRow[] = [
  {
    model: 'A & B_1 <i>',
    group: 'image → text',
    metric: 'StS',
    mode: 'abs',
    mean: 0.8125,
    ci95: [0.75, 0.9],
    n: 12,
    nUnscored: 3,
    tau: 0.5,
    supportRule: 'has-response',
  },
  {
    model: '=SUM(A1)',
    group: 'all',
    metric: 'SC',
    mode: 'rel',
    n: 0,
    nUnscored: 4,
    tau: 1,
    supportRule: 'has-response',
  },
];

describe('a report', () => {
  test('as JSON keeps the figures and says null for a mean over nothing', () => {
    expect(JSON.parse(REPORT_FORMATS.json(rows))).toEqual({
      rows: [rows[0], { ...rows[1], mean: null, ci95: null }],
    });
  });

  test('as CSV keeps the figures and cannot run in a spreadsheet', () => {
    const [head, first, second] = REPORT_FORMATS.csv(rows).split('\n');

    expect(head).toBe(
      'model,group,metric,mode,mean,ci95_low,ci95_high,n,n_unscored,tau,support_rule',
    );
    expect(first).toBe('A & B_1 <i>,image → text,StS,abs,0.8125,0.75,0.9,12,3,0.5,has-response');
    expect(second).toBe('"\'=SUM(A1)",all,SC,rel,,,,0,4,1,has-response');
  });

  test('as Markdown shows figures ×100 and a dash for none', () => {
    const text = REPORT_FORMATS.md(rows);

    expect(text).toContain('| A & B\\_1 \\<i\\> |');
    expect(text).toMatch(/\| 81\.3 \|\s+75\.0 – 90\.0 \|\s+12 \|\s+3 \| 0\.500 \|/);
    expect(text).toMatch(/\| =SUM\(A1\)\s+\| all\s+\| SC\s+\| rel\s+\|\s+— \|/);
  });

  test('as LaTeX escapes what LaTeX would read', () => {
    const text = REPORT_FORMATS.latex(rows);

    expect(text).toContain('A \\& B\\_1 <i> & image $\\to$ text & StS & abs & 81.3');
    expect(text).toContain('95 \\% interval');
    expect(text).toMatch(/\\begin\{tabular\}\{llllrrrrr\}/);
  });

  test('as HTML escapes markup and loads nothing', () => {
    const text = REPORT_FORMATS.html(rows);

    expect(text).toContain('<td>A &amp; B_1 &lt;i&gt;</td>');
    expect(text).not.toMatch(/<script|src=|href=/);
  });

  test.each(['csv', 'md', 'latex', 'html'] as const)('as %s can be empty', (format) => {
    expect(REPORT_FORMATS[format]([])).not.toBe('');
  });
});
