// What is chosen on the export screen, and the request that it makes. Pure.
import type { GroupBy } from '../../../shared/model/report.ts';
import type { ExportJob } from '../../stores/export-store.ts';
import type { Sort } from '../../stores/route-sort.ts';

export const EXPORT_KINDS = [
  'bundle',
  'report',
  'instances',
  'official',
  'ratings',
  'annotations',
] as const;
export type ExportKind = (typeof EXPORT_KINDS)[number];

export const KIND_LABELS: Readonly<Record<ExportKind, readonly [title: string, says: string]>> = {
  bundle: ['Review bundle', 'Instances with media, scores, judgements and ratings, to hand on'],
  report: ['Report', 'Figures and chosen examples, for reading and for a paper'],
  instances: ['Instances', 'One line an instance: key, figures, flags, tags and notes'],
  official: ['Official result file', 'GQ, ICS or SC, as the official scripts write and read them'],
  ratings: ['Ratings', 'What people rated, one a line; stale ones are marked'],
  annotations: ['Annotations', 'Flags, tags, marks and notes, one a line'],
};

/** Forms of each kind, by the ending of the file; the first is the usual one. */
export const FORMS = {
  bundle: [
    ['zip', 'One zip file'],
    ['', 'A folder'],
  ],
  report: [
    ['html', 'HTML, one file with its pictures'],
    ['pdf', 'PDF, A4'],
    ['tex', 'LaTeX, tables of booktabs and longtable'],
  ],
  instances: [
    ['csv', 'CSV, a column a figure'],
    ['jsonl', 'JSON lines'],
  ],
  official: [['jsonl', 'JSON objects, as the official scripts write them']],
  ratings: [
    ['jsonl', 'JSON lines, which an import reads again'],
    ['csv', 'CSV'],
  ],
  annotations: [['jsonl', 'JSON lines']],
} as const satisfies Record<ExportKind, readonly (readonly [ending: string, label: string])[]>;

/** Everything that can be chosen; what a kind has no use for is left as it was. */
export interface ExportChoice {
  readonly kind: ExportKind;
  readonly ending: string;
  readonly path: string;
  readonly title: string;
  readonly model: string;
  readonly official: 'gq' | 'ics' | 'sc';
  readonly by: 'judge' | 'people';
  readonly groupBy: GroupBy | 'none';
  readonly examples: string;
  readonly exampleSort: 'table' | 'gap';
}

/** The same with another kind or form, and the file named after it. */
export function withForm(choice: ExportChoice, kind: ExportKind, ending?: string): ExportChoice {
  const form = ending ?? FORMS[kind][0][0];
  const parts = choice.path.split(/([\\/])/);
  const named = form === '' ? `${kind}` : `${kind}.${form}`;
  return { ...choice, kind, ending: form, path: [...parts.slice(0, -1), named].join('') };
}

/** One file can be downloaded, a folder cannot. */
export function downloadName({ kind, ending }: ExportChoice): string | undefined {
  return ending === '' ? undefined : `${kind}.${ending}`;
}

/** What is wrong with the number of examples. */
export function wrongExamples({ kind, examples }: ExportChoice): string | undefined {
  if (kind !== 'report') return undefined;
  const count = Number(examples);
  const isRight = examples.trim() !== '' && Number.isInteger(count) && count >= 0 && count <= 100;
  return isRight ? undefined : 'A whole number from 0 to 100';
}

/** What the table's sort and models give to a request. */
export interface ShownTable {
  readonly sort: Sort;
  /** Those shown, A first; all when empty. */
  readonly models: readonly string[];
}

/** @returns undefined when something is missing or wrong */
export function toJob(choice: ExportChoice, { sort, models }: ShownTable): ExportJob | undefined {
  const { kind, ending, model, official, by, title } = choice;
  if (wrongExamples(choice) !== undefined) return undefined;
  switch (kind) {
    case 'official':
      return model === '' ? undefined : { kind, request: { as: official, by, model } };
    case 'ratings':
      return { kind, request: { format: ending === 'csv' ? 'csv' : 'jsonl' } };
    case 'annotations':
      return { kind, request: model === '' ? {} : { model } };
    case 'instances':
      return {
        kind,
        request: { as: ending === 'csv' ? 'csv' : 'jsonl', sort, models: [...models] },
      };
    case 'bundle':
      return title.trim() === ''
        ? undefined
        : { kind, request: { title: title.trim(), models: [...models] } };
    case 'report': {
      if (title.trim() === '') return undefined;
      const as = ending === 'pdf' ? 'pdf' : ending === 'tex' ? 'latex' : 'html';
      const group = choice.groupBy === 'none' ? {} : { groupBy: choice.groupBy };
      const examples = {
        sort: exampleSort(choice, { sort, models }),
        count: Number(choice.examples),
      };
      const own = { as, title: title.trim(), examples } as const;
      return { kind, request: { ...own, models: [...models], ...group } };
    }
  }
}

function exampleSort({ exampleSort: by }: ExportChoice, { sort, models }: ShownTable): Sort {
  const [modelA, modelB] = models;
  if (by === 'table' || modelA === undefined || modelB === undefined) return sort;
  return { by: 'delta', metric: 'SQCS', modelA, modelB, descending: true };
}
