import { describe, expect, test } from 'vitest';
import type { PairComparison } from '../../../shared/model/comparison.ts';
import type { ReportRow } from '../../../shared/model/report.ts';
import { FORMAT_NAMES, formatComparison, formatReport } from './index.ts';

const rows: ReportRow[] = [
  {
    model: 'A & B_1 <i>',
    group: 'image → text',
    metric: 'StS',
    mode: 'abs',
    mean: 0.8125,
    ci95: [0.75, 0.9],
    method: 'cornish-fisher',
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
const notes = [{ code: 'no-figures' as const, metric: 'SC', message: 'Nobody has an SC_0.' }];
const report = formatReport({ rows, notes });

describe('a report', () => {
  test('as JSON keeps the figures and says null for a mean over nothing', () => {
    expect(JSON.parse(report.as('json'))).toEqual({
      rows: [rows[0], { ...rows[1], mean: null, ci95: null, method: null }],
      notes,
    });
  });

  test('as CSV keeps the figures and cannot run in a spreadsheet', () => {
    const [head, first, second] = report.as('csv').split('\n');

    expect(head).toBe(
      'model,group,metric,mode,mean,ci95_low,ci95_high,ci95_method,n,n_unscored,tau,support_rule',
    );
    expect(first).toBe(
      'A & B_1 <i>,image → text,StS,abs,0.8125,0.75,0.9,cornish-fisher,12,3,0.5,has-response',
    );
    expect(second).toBe('"\'=SUM(A1)",all,SC,rel,,,,,0,4,1,has-response');
    expect(report.notes).toEqual(['Nobody has an SC_0.']);
  });

  test('as Markdown shows figures ×100, a dash for none, and how an interval was made', () => {
    const text = report.as('md');

    expect(text).toContain('| A & B\\_1 \\<i\\> |');
    expect(text).toMatch(/\| 81\.3 \| 75\.0 – 90\.0 † \|\s+12 \|\s+3 \| 0\.500 \|/);
    expect(text).toMatch(/\| =SUM\(A1\)\s+\| all\s+\| SC\s+\| rel\s+\|\s+— \|/);
    expect(text).toContain('†: from 2,000 instances on');
    expect(text).toContain('Nobody has an SC\\_0.');
  });

  test('as LaTeX escapes what LaTeX would read', () => {
    const text = report.as('latex');

    expect(text).toContain(
      'A \\& B\\_1 \\textless{}i\\textgreater{} & image $\\to$ text & StS & abs & 81.3',
    );
    expect(text).toContain('75.0 -- 90.0 $^{\\dagger}$');
    expect(text).toMatch(/\\begin\{tabular\}\{llllrrrrr\}/);
  });

  test('as HTML escapes markup and loads nothing', () => {
    const text = report.as('html');

    expect(text).toContain('<td>A &amp; B_1 &lt;i&gt;</td>');
    expect(text).not.toMatch(/<script|src=|href=/);
  });

  test.each(FORMAT_NAMES)('as %s can be empty', (format) => {
    expect(formatReport({ rows: [], notes: [] }).as(format)).not.toBe('');
  });
});

describe('the paper’s layout', () => {
  const figure = (
    model: string,
    group: string,
    metric: string,
    mode: 'abs' | 'rel',
    mean: number,
  ) => ({
    ...{ model, group, metric, mode, mean, n: 3, nUnscored: 0, tau: 0.9 },
    supportRule: 'manifest' as const,
  });
  const fields = ['natural_science', 'social_science'].flatMap((group) =>
    ['Alpha', 'Beta'].flatMap((model, at) => [
      figure(model, group, 'SC', 'abs', 0.5 + at / 10),
      figure(model, group, 'SQCS', 'abs', 0.4),
      figure(model, group, 'SQCS', 'rel', 0.36),
    ]),
  );

  test('has a row a model, fields side by side, the best in bold, and no table without figures', () => {
    const text = formatReport({ rows: fields, notes: [] }).as('latex');

    expect(text).toContain('\\begin{tabular}{lrrrrrrrrrr}');
    expect(text).toContain(
      ' & \\multicolumn{5}{c}{Natural science} & \\multicolumn{5}{c}{Social science} \\\\',
    );
    expect(text).toContain('\\cmidrule(lr){2-6} \\cmidrule(lr){7-11}');
    expect(text).toContain('Model & SC & GQ & SQCS abs & $\\tau$ & SQCS rel & SC');
    expect(text).toContain(
      'Alpha & 50.0 & --- & \\textbf{40.0} & \\textbf{90.0} & \\textbf{36.0} & 50.0',
    );
    expect(text).toContain('Beta & \\textbf{60.0} & --- &');
    expect(text).not.toContain('Interleaved coherence');
  });

  test('puts more than three groups below each other', () => {
    const many = ['a', 'b', 'c', 'd'].map((group) => figure('Alpha', group, 'StS', 'abs', 0.25));

    const text = formatReport({ rows: many, notes: [] }).as('latex');

    expect(text).toContain('\\begin{tabular}{lrrrr}');
    expect(text).toMatch(
      /\\multicolumn\{5\}\{l\}\{\\emph\{d\}\} \\\\\nAlpha & 25\.0 & --- & --- & --- \\\\/,
    );
  });
});

describe('a comparison', () => {
  const comparison: PairComparison = {
    a: 'Alpha',
    b: 'Beta_2',
    instances: 9,
    threshold: 0.1,
    metrics: [
      {
        ...{ metric: 'SC', n: 8, meanA: 0.5, meanB: 0.625, meanDiff: -0.125, ci95: [-0.2, -0.05] },
        ...{ method: 'bootstrap', wins: 1, ties: 2, losses: 5, pSign: 0.21875, pWilcoxon: 0.0001 },
        ...{ wilcoxon: 'normal', pHolm: 0.0001, effect: -0.8, nOnlyA: 0, nOnlyB: 1 },
        ...{ improved: 5, regressed: 1 },
      },
      {
        ...{ metric: 'HC', n: 0, wins: 0, ties: 0, losses: 0, nOnlyA: 4, nOnlyB: 5 },
        ...{ improved: 0, regressed: 0 },
      },
    ],
    notes: [{ code: 'no-overlap', metric: 'HC', message: 'No instance has both.' }],
  };
  const shown = formatComparison(comparison);

  test('as JSON says null for what cannot be computed, and why', () => {
    const document = JSON.parse(shown.as('json')) as { metrics: object[]; notes: object[] };

    expect(document.metrics[1]).toMatchObject({ metric: 'HC', n: 0, meanDiff: null, pHolm: null });
    expect(document.notes).toEqual(comparison.notes);
  });

  test('as CSV has every figure with all its digits', () => {
    const [head, first, second] = shown.as('csv').split('\n');

    expect(head?.split(',')).toHaveLength(first?.split(',').length ?? 0);
    expect(first).toContain(
      'Alpha,Beta_2,SC,8,0.5,0.625,-0.125,-0.2,-0.05,bootstrap,1,2,5,0.21875',
    );
    expect(second).toBe('Alpha,Beta_2,HC,0,,,,,,,0,0,0,,,,,,4,5,0,0,0.1');
  });

  test.each(['md', 'latex', 'html'] as const)(
    'as %s shows no probability as 0, and says why',
    (format) => {
      const text = shown.as(format);

      expect(text).toMatch(/0\.219/);
      expect(text).toMatch(/(<|&lt;|\\textless\{\}) ?0\.001/);
      expect(text).toContain('-12.5');
      expect(text).toContain('No instance has both.');
    },
  );
});

test('a LaTeX table that is longer than a page goes on over pages with its head', () => {
  const many = Array.from({ length: 60 }, (_, at) => ({ ...rows[0]!, group: `group ${at}` }));
  const text = formatReport({ rows: many, notes: [] }).as('latex');
  const short = formatReport({ rows, notes: [] }).as('latex');

  expect(text).toContain('% needs \\usepackage{booktabs,longtable}');
  const long = text.slice(text.lastIndexOf('\\begin{longtable}'));
  expect(long.match(/Model & Group & Metric/g)).toHaveLength(2); // of the first page and of the others
  expect(long.indexOf('\\endlastfoot')).toBeLessThan(long.indexOf('group 0'));
  expect(long).toContain('group 59');
  expect(short).not.toContain('longtable');
});
