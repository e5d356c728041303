import { Option } from 'commander';
import { resolve } from 'node:path';
import type { InstanceFilter } from '../../../shared/model/filter.ts';
import { GroupBy } from '../../../shared/model/report.ts';
import type { CliCommand } from '../command.ts';
import { formatReport, type Report } from '../formats/index.ts';
import { openSession } from '../session.ts';
import { parseFilterOption } from './filter-option.ts';
import { withFormats, writeFormatted, type FormatOptions } from './format-option.ts';

interface ReportOptions extends FormatOptions {
  readonly project: string;
  readonly groupBy?: GroupBy;
  readonly filter?: InstanceFilter;
}

/** `report`: aggregates over all instances or by group. */
export const reportCommand: CliCommand = {
  add(program, terminal) {
    const command = program
      .command('report')
      .description('Means with intervals, over all instances or by group.')
      .requiredOption('--project <dir>', 'folder of the project')
      .addOption(new Option('--group-by <what>', 'what to group by').choices(GroupBy.options))
      .option('--filter <expr>', 'instances, e.g. \'field = "general_area"\'', parseFilterOption);
    withFormats(command).action(async (options: ReportOptions) => {
      const report = await readReport(options);
      const what = `${report.rows.length} rows`;
      writeFormatted(formatReport(report), options, terminal, what);
    });
  },
};

async function readReport({ project, groupBy, filter = {} }: ReportOptions): Promise<Report> {
  const session = openSession({ hostName: 'cli' });
  try {
    await session.api.call('project.open', { dir: resolve(project) });
    const input = groupBy === undefined ? { filter } : { filter, groupBy };
    return await session.api.call('report.rows', input);
  } finally {
    await session.close();
  }
}
