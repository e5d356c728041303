import { keepProblems, type ImportContext, type OpenFile } from './import-context.ts';

/** Reports records of a file that belong to no instance; the file is then tried again later. */
export interface Unmatched {
  readonly report: (key: string, line: number, what: string) => void;
  readonly isAny: () => boolean;
}

export function createUnmatched(context: ImportContext, open: OpenFile): Unmatched {
  let isAny = false;
  return {
    report(key, line, what) {
      isAny = true;
      const file = open.file.path;
      const message =
        `Read ${what} for "${key}", which the dataset does not have: kept aside, and tried again ` +
        `when the dataset grows. "${file}"`;
      keepProblems(context, open, [
        { code: 'unmatched-response', severity: 'warning', file, line, key, message },
      ]);
    },
    isAny: () => isAny,
  };
}
