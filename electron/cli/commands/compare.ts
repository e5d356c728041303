import { InvalidArgumentError } from 'commander';
import { resolve } from 'node:path';
import type { InstanceFilter } from '../../../shared/model/filter.ts';
import type { PairComparison } from '../../../shared/model/comparison.ts';
import type { CliCommand } from '../command.ts';
import { formatComparison } from '../formats/index.ts';
import { openSession } from '../session.ts';
import { parseFilterOption } from './filter-option.ts';
import { withFormats, writeFormatted, type FormatOptions } from './format-option.ts';

interface CompareOptions extends FormatOptions {
  readonly project: string;
  readonly a: string;
  readonly b: string;
  readonly filter?: InstanceFilter;
  readonly threshold?: number;
}

/** `compare`: two models on the same instances, with intervals and tests. */
export const compareCommand: CliCommand = {
  add(program, terminal) {
    const command = program
      .command('compare')
      .description('Compare two models on the instances that both have figures of.')
      .requiredOption('--project <dir>', 'folder of the project')
      .requiredOption('--a <name>', 'the first model')
      .requiredOption('--b <name>', 'the second model; a difference is the first minus the second')
      .option('--filter <expr>', 'instances, e.g. \'field = "general_area"\'', parseFilterOption)
      .option(
        '--threshold <share>',
        'from which difference an instance has improved or regressed (0.1)',
        parseThreshold,
      );
    withFormats(command).action(async (options: CompareOptions) => {
      const comparison = await readComparison(options);
      const what = `${comparison.metrics.length} metrics`;
      writeFormatted(formatComparison(comparison), options, terminal, what);
    });
  },
};

function parseThreshold(text: string): number {
  const threshold = Number(text);
  if (threshold > 0 && threshold <= 1) return threshold;
  throw new InvalidArgumentError('Write a share above 0, at most 1, e.g. 0.1.');
}

async function readComparison(options: CompareOptions): Promise<PairComparison> {
  const { project, a, b, filter = {}, threshold } = options;
  const session = openSession({ hostName: 'cli' });
  try {
    await session.api.call('project.open', { dir: resolve(project) });
    const limits = threshold === undefined ? {} : { threshold };
    const input = { a, b, filter, ...limits };
    return (await session.api.call('compare.pair', input)).comparison;
  } finally {
    await session.close();
  }
}
