import type { Problem } from '../../../shared/model/problem.ts';
import type { ValidationReport } from '../../../shared/model/import.ts';
import type { CliCommand } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { asGiven } from '../given-paths.ts';
import { inputPath } from '../input-path.ts';
import { describeProblem } from '../problem-text.ts';
import { openSession } from '../session.ts';
import type { Terminal } from '../terminal.ts';

type Report = Omit<ValidationReport, 'kind'>;

/** `validate PATH…`: a lint of dataset or prediction files; nothing is written. */
export const validateCommand: CliCommand = {
  add(program, terminal, finish) {
    program
      .command('validate')
      .description('Check dataset or prediction files; nothing is written.')
      .argument('<path...>', 'files or folders')
      .option('--json', 'print one JSON document')
      .action(async (paths: string[], options: { json?: boolean }) => {
        const report = await validate(paths);
        if (options.json) terminal.printJson(report);
        else print(report, terminal);
        const hasErrors = report.problems.some(({ severity }) => severity === 'error');
        finish(hasErrors ? EXIT.dataFailures : EXIT.done);
      });
  },
};

async function validate(paths: readonly string[]): Promise<Report> {
  const session = openSession({ hostName: 'cli' });
  try {
    const reports: ValidationReport[] = [];
    for (const given of paths) {
      const report = await session.api.call('import.inspect', {
        path: inputPath(given, 'validate'),
      });
      const problems = report.problems.map((problem) => withGivenPath(problem, paths));
      reports.push({ ...report, problems });
    }
    return merge(reports);
  } finally {
    await session.close();
  }
}

function withGivenPath(problem: Problem, paths: readonly string[]): Problem {
  return { ...problem, file: asGiven(problem.file, paths) };
}

function merge(reports: readonly ValidationReport[]): Report {
  const sum = (pick: (report: ValidationReport) => number) =>
    reports.reduce((total, report) => total + pick(report), 0);
  return {
    files: sum((report) => report.files),
    records: sum((report) => report.records),
    repaired: sum((report) => report.repaired),
    problems: reports.flatMap((report) => report.problems),
    counts: {
      byField: addUp(reports.map((report) => report.counts.byField)),
      byCombination: addUp(reports.map((report) => report.counts.byCombination)),
      byModality: addUp(reports.map((report) => report.counts.byModality)),
    },
  };
}

function addUp(counts: readonly Record<string, number>[]): Record<string, number> {
  const total: Record<string, number> = {};
  for (const [key, count] of counts.flatMap((each) => Object.entries(each))) {
    total[key] = (total[key] ?? 0) + count;
  }
  return total;
}

function print(report: Report, terminal: Terminal): void {
  for (const problem of report.problems) terminal.print(describeProblem(problem));
  if (report.problems.length > 0) terminal.print('');
  terminal.print(
    `${report.records} records in ${report.files} files, ${report.repaired} repaired, ` +
      `${report.problems.length} problems.`,
  );
  for (const [title, counts] of Object.entries(report.counts)) {
    const parts = Object.entries(counts).map(([key, count]) => `${key} ${count}`);
    if (parts.length > 0) terminal.print(`${title}: ${parts.join(', ')}`);
  }
}
