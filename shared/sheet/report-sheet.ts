// The report as tables: as the paper prints them, and every figure with its interval and its numbers.
import { FIELDS } from '../model/dataset.ts';
import type { ReportRow } from '../model/report.ts';
import { INTERVAL_NOTE, interval, NONE, percent, type Sheet, type Table } from './sheet.ts';

const NOTE =
  'Scores ×100. abs: mean over supported instances; rel = τ · abs. ' +
  'Missing: supported, but without a figure; never counted as 0.';

/** Every figure of the report, one a line. */
export function reportSheet(rows: readonly ReportRow[], notes: readonly string[]): Sheet {
  return {
    title: 'UniM Loupe report',
    tables: [allFigures(rows)],
    notes: [NOTE, INTERVAL_NOTE, ...notes],
  };
}

/** The paper's tables, and every figure of the report behind them. */
export function paperSheet(rows: readonly ReportRow[], notes: readonly string[]): Sheet {
  const tables = PAPER_TABLES.flatMap((table) => paperTable(table, rows));
  return { ...reportSheet(rows, notes), tables: [...tables, allFigures(rows)] };
}

function allFigures(rows: readonly ReportRow[]): Table {
  return {
    title: 'Every figure with its interval.',
    headings: ['Model', 'Group', 'Metric', 'Mode', 'Mean', '95 % interval', 'n', 'Missing', 'τ'],
    numericFrom: 4,
    rows: rows.map((row) => ({
      cells: [
        row.model,
        row.group,
        row.metric,
        row.mode,
        percent(row.mean),
        interval(row.ci95, row.method),
        String(row.n),
        String(row.nUnscored),
        row.tau.toFixed(3),
      ],
    })),
  };
}

interface PaperTable {
  readonly title: string;
  readonly columns: readonly PaperColumn[];
}
type PaperColumn =
  | { readonly metric: string; readonly mode: ReportRow['mode']; readonly heading: string }
  | { readonly tau: true; readonly heading: string };

const column = (metric: string, mode: ReportRow['mode'], heading: string): PaperColumn => ({
  metric,
  mode,
  heading,
});

/** @source arXiv:2603.05075, tables of structure, semantic quality and coherence */
const PAPER_TABLES: readonly PaperTable[] = [
  {
    title: 'Response structure integrity.',
    columns: [
      column('StS', 'abs', 'StS abs'),
      column('LeS', 'abs', 'LeS abs'),
      column('StS', 'rel', 'StS rel'),
      column('LeS', 'rel', 'LeS rel'),
    ],
  },
  {
    title: 'Semantic correctness and generation quality.',
    columns: [
      column('SC', 'abs', 'SC'),
      column('GQ', 'abs', 'GQ'),
      column('SQCS', 'abs', 'SQCS abs'),
      { tau: true, heading: 'τ' },
      column('SQCS', 'rel', 'SQCS rel'),
    ],
  },
  {
    title: 'Interleaved coherence.',
    columns: [
      column('HC', 'abs', 'HC'),
      column('SH', 'abs', 'SH'),
      column('ICS', 'abs', 'ICS abs'),
      column('ICS', 'rel', 'ICS rel'),
    ],
  },
];

/** Side by side as in the paper, which has three fields; more groups stand below each other. */
const MOST_BESIDE = 3;

/** @returns nothing where nobody has figures of the table's metrics */
function paperTable({ title, columns }: PaperTable, rows: readonly ReportRow[]): Table[] {
  const groups = [...new Set(rows.map(({ group }) => group))];
  const models = [...new Set(rows.map(({ model }) => model))];
  const find = (model: string, group: string, one: PaperColumn) =>
    rows.find(
      (row) =>
        row.model === model &&
        row.group === group &&
        ('tau' in one || (row.metric === one.metric && row.mode === one.mode)),
    );
  const valueOf = (model: string, group: string, one: PaperColumn) => {
    const row = find(model, group, one);
    return 'tau' in one ? row?.tau : row?.mean;
  };
  const isThere = columns.some(
    (one) =>
      !('tau' in one) &&
      groups.some((group) => models.some((model) => find(model, group, one)?.mean !== undefined)),
  );
  if (!isThere) return [];
  const headings = columns.map((one) => one.heading);
  const isBeside = groups.length > 1 && groups.length <= MOST_BESIDE;
  const blocks = isBeside ? [groups] : groups.map((group) => [group]);
  return [
    {
      title: `${title} ${NOTE_OF_BEST}`,
      headings: ['Model', ...(isBeside ? groups.flatMap(() => headings) : headings)],
      ...(isBeside ? { spans: spansOf(groups, columns.length) } : {}),
      numericFrom: 1,
      rows: blocks.flatMap((block) => {
        const figures = models.map((model) =>
          block.flatMap((group) => columns.map((one) => valueOf(model, group, one))),
        );
        return models.map((model, at) => ({
          cells: [model, ...(figures[at] ?? []).map(percent)],
          best: bestColumns(figures, at),
          ...(at === 0 && blocks.length > 1 ? { heading: labelOf(block[0] ?? NONE) } : {}),
        }));
      }),
    },
  ];
}

const NOTE_OF_BEST = 'The best of each column is bold.';

const spansOf = (groups: readonly string[], columns: number) => [
  { text: '', columns: 1 },
  ...groups.map((group) => ({ text: labelOf(group), columns })),
];

function labelOf(group: string): string {
  const field = Object.entries(FIELDS).find(([id]) => id === group)?.[1];
  return field?.label ?? group;
}

/** Columns (the model's name is the first) in which no model is better; none where there is one model. */
function bestColumns(figures: readonly (readonly (number | undefined)[])[], at: number): number[] {
  if (figures.length < 2) return [];
  return (figures[at] ?? []).flatMap((value, place) => {
    const others = figures.flatMap((row) => row[place] ?? []);
    return value !== undefined && value === Math.max(...others) ? [place + 1] : [];
  });
}
