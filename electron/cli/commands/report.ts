import { Option } from 'commander';
import { writeFileSync } from 'node:fs';
import { extname, resolve } from 'node:path';
import { AppError } from '../../../shared/api/errors.ts';
import { GroupBy, type ReportRow } from '../../../shared/model/report.ts';
import type { CliCommand } from '../command.ts';
import { FORMAT_NAMES, REPORT_FORMATS, toDocument, type ReportFormat } from '../formats/index.ts';
import { openSession } from '../session.ts';

interface ReportOptions {
  readonly project: string;
  readonly groupBy?: GroupBy;
  readonly format?: ReportFormat;
  readonly out?: string;
  readonly json?: boolean;
}

/** `report`: aggregates over all instances or by group. */
export const reportCommand: CliCommand = {
  add(program, terminal) {
    program
      .command('report')
      .description('Means with intervals, over all instances or by group.')
      .requiredOption('--project <dir>', 'folder of the project')
      .addOption(new Option('--group-by <what>', 'what to group by').choices(GroupBy.options))
      .addOption(new Option('--format <format>', 'as what to write it').choices(FORMAT_NAMES))
      .option('--out <file>', 'write it to a file; its ending chooses the format')
      .option('--json', 'print one JSON document')
      .action(async (options: ReportOptions) => {
        const rows = await readRows(options);
        const format = options.format ?? formatOf(options.out) ?? 'md';
        if (options.out !== undefined) {
          save(options.out, REPORT_FORMATS[format](rows));
          terminal.note(`Wrote ${rows.length} rows. "${options.out}"`);
        }
        if (options.json || (format === 'json' && options.out === undefined)) {
          terminal.printJson(toDocument(rows));
        } else if (options.out === undefined) {
          terminal.print(REPORT_FORMATS[format](rows).trimEnd());
        }
      });
  },
};

async function readRows({ project, groupBy }: ReportOptions): Promise<ReportRow[]> {
  const session = openSession({ hostName: 'cli' });
  try {
    await session.api.call('project.open', { dir: resolve(project) });
    const input = groupBy === undefined ? {} : { groupBy };
    return (await session.api.call('report.rows', input)).rows;
  } finally {
    await session.close();
  }
}

const BY_EXTENSION: Readonly<Record<string, ReportFormat>> = {
  '.json': 'json',
  '.csv': 'csv',
  '.md': 'md',
  '.tex': 'latex',
  '.html': 'html',
};

function formatOf(file: string | undefined): ReportFormat | undefined {
  return file === undefined ? undefined : BY_EXTENSION[extname(file).toLowerCase()];
}

function save(file: string, text: string): void {
  try {
    writeFileSync(file, text);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException; // node:fs throws nothing else
    const kind = code === 'ENOSPC' ? 'disk-full' : code === 'EROFS' ? 'read-only' : 'unreadable';
    const message = `Cannot write the report (${code ?? 'no code'}). Choose another place. "${file}"`;
    throw new AppError(kind, message, { cause: error });
  }
}
