import { InvalidArgumentError, Option } from 'commander';
import { resolve } from 'node:path';
import { AppError } from '../../../shared/api/errors.ts';
import { OFFICIAL_KINDS, type OfficialKind } from '../../../shared/model/export.ts';
import type { InstanceFilter } from '../../../shared/model/filter.ts';
import type { CliCommand } from '../command.ts';
import { parseFilter } from '../filter-expression.ts';
import { openSession } from '../session.ts';

interface ExportOptions {
  readonly project: string;
  readonly as: OfficialKind;
  readonly model: string;
  readonly filter?: InstanceFilter;
  readonly out: string;
  readonly json?: boolean;
}

/** `export`: figures as files that the official scripts, and we, can read. */
export const exportCommand: CliCommand = {
  add(program, terminal) {
    program
      .command('export')
      .description('Write the figures of a model as an official GQ, ICS or SC file.')
      .requiredOption('--project <dir>', 'folder of the project')
      .addOption(
        new Option('--as <kind>', 'which official file')
          .choices(OFFICIAL_KINDS)
          .makeOptionMandatory(),
      )
      .requiredOption('--model <name>', 'whose figures')
      .option('--filter <expr>', 'instances, e.g. \'field = "general_area"\'', filter)
      .requiredOption('--out <path>', 'file to write; one that is there is replaced')
      .option('--json', 'print one JSON document')
      .action(async ({ project, as, model, filter = {}, out, json }: ExportOptions) => {
        const session = openSession({ hostName: 'cli' });
        try {
          await session.api.call('project.open', { dir: resolve(project) });
          const request = { as, model, filter, path: resolve(out) };
          const exported = await session.api.call('export.official', request);
          if (json) terminal.printJson({ ...exported, out });
          else {
            const { records, withoutFigures } = exported;
            const left = withoutFigures === 0 ? '' : ` ${withoutFigures} have no such figures.`;
            terminal.print(`Wrote ${records} records.${left} "${out}"`);
          }
        } finally {
          await session.close();
        }
      });
  },
};

function filter(text: string): InstanceFilter {
  try {
    return parseFilter(text);
  } catch (error) {
    if (error instanceof AppError) throw new InvalidArgumentError(error.message);
    throw error;
  }
}
