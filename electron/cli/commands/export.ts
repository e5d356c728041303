import { InvalidArgumentError, Option } from 'commander';
import { resolve } from 'node:path';
import type { Api } from '../../../shared/api/client.ts';
import { AppError } from '../../../shared/api/errors.ts';
import {
  OFFICIAL_KINDS,
  type OfficialKind,
  type ReportFormat,
} from '../../../shared/model/export.ts';
import type { InstanceFilter } from '../../../shared/model/filter.ts';
import { GroupBy } from '../../../shared/model/report.ts';
import type { CliCommand } from '../command.ts';
import { openSession } from '../session.ts';
import { parseFilterOption } from './filter-option.ts';

const OTHERS = ['annotations', 'ratings', 'instances', 'bundle', 'report', 'dataset'] as const;
const KINDS =
  'an official GQ, ICS or SC file; annotations as JSON lines; ratings or instances as JSON lines or ' +
  'CSV; a bundle: a folder or zip with a page, media and a project, to hand on; a report as HTML, PDF ' +
  'or LaTeX; a dataset: the records that quality control accepted. The ending of --out says which form';

interface ExportOptions {
  readonly project: string;
  readonly as: OfficialKind | (typeof OTHERS)[number];
  readonly by: 'judge' | 'people';
  readonly title: string;
  readonly model?: string;
  readonly groupBy?: GroupBy;
  readonly examples: number;
  readonly filter?: InstanceFilter;
  readonly media?: boolean;
  readonly out: string;
  readonly json?: boolean;
}

/** `export`: figures as files that the official scripts, and we, can read; annotations as JSON lines. */
export const exportCommand: CliCommand = {
  add(program, terminal) {
    program
      .command('export')
      .description('Write the figures of a model as an official file, or what people said.')
      .requiredOption('--project <dir>', 'folder of the project')
      .addOption(
        new Option('--as <kind>', KINDS)
          .choices([...OFFICIAL_KINDS, ...OTHERS])
          .makeOptionMandatory(),
      )
      .option('--model <name>', 'whose figures; of annotations, only those of its responses')
      .option('--filter <expr>', 'instances, e.g. \'field = "general_area"\'', parseFilterOption)
      .addOption(
        new Option('--by <whom>', 'of an official file: the judge’s figures, or means of people’s')
          .choices(['judge', 'people'])
          .default('judge'),
      )
      .option('--title <text>', 'what a bundle or a report is called', 'Review')
      .addOption(new Option('--group-by <what>', 'tables of a report').choices(GroupBy.options))
      .option('--examples <count>', 'instances shown in a report, by key', parseCount, 0)
      .option('--media', 'copy the media of a dataset, too')
      .requiredOption(
        '--out <path>',
        'file, or folder of a bundle or a dataset; one that is there is replaced',
      )
      .option('--json', 'print one JSON document')
      .action(async (options: ExportOptions) => {
        const session = openSession({ hostName: 'cli' });
        try {
          await session.api.call('project.open', { dir: resolve(options.project) });
          const { result, words } = await write(session.api, options);
          if (options.json) terminal.printJson({ ...result, out: options.out });
          else terminal.print(`${words} "${options.out}"`);
        } finally {
          await session.close();
        }
      });
  },
};

interface Written {
  readonly result: object;
  readonly words: string;
}

async function write(
  api: Api,
  {
    as,
    by,
    model,
    filter = {},
    title,
    groupBy,
    examples,
    media: withMedia = false,
    out,
  }: ExportOptions,
): Promise<Written> {
  const request = { filter, path: resolve(out) };
  if (as === 'annotations') {
    const own = model === undefined ? {} : { model };
    const result = await api.call('export.annotations', { ...request, ...own });
    const { records, instances } = result;
    return { result, words: `Wrote ${records} annotations of ${instances} instances.` };
  }
  if (as === 'ratings') {
    const format = out.toLowerCase().endsWith('.csv') ? 'csv' : 'jsonl';
    const result = await api.call('export.ratings', { ...request, format });
    const stale = result.stale === 0 ? '' : ` ${result.stale} of them are stale.`;
    return { result, words: `Wrote ${result.records} ratings.${stale}` };
  }
  const models = model === undefined ? [] : [model];
  if (as === 'instances') {
    const format = out.toLowerCase().endsWith('.csv') ? 'csv' : 'jsonl';
    const result = await api.call('export.instances', { ...request, as: format, models });
    return { result, words: `Wrote ${result.records} instances.` };
  }
  if (as === 'report') {
    const grouped = groupBy === undefined ? {} : { groupBy };
    const chosen = { models, title, ...grouped, examples: { count: examples } };
    const form = reportFormat(out);
    const result = await api.call('export.report', { ...request, ...chosen, as: form });
    const { instances, examples: shown } = result;
    return { result, words: `Wrote a report of ${instances} instances, ${shown} of them shown.` };
  }
  if (as === 'bundle') {
    const result = await api.call('export.bundle', { ...request, models, title });
    const { instances, mediaFiles, bytes } = result;
    const size = `${(bytes / 1e6).toFixed(1)} MB`;
    return { result, words: `Wrote ${instances} instances with ${mediaFiles} media, ${size}.` };
  }
  if (as === 'dataset') {
    const result = await api.call('qc.export', { path: request.path, withMedia });
    const { records, files, revised, left } = result;
    const rest = left === 0 ? '' : ` ${left} are not accepted.`;
    return {
      result,
      words: `Wrote ${records} records in ${files} files, ${revised} revised.${rest}`,
    };
  }
  if (model === undefined) {
    throw new AppError('bad-input', `Cannot export: name whose figures, with --model. "${out}"`);
  }
  const result = await api.call('export.official', { ...request, as, by, model });
  const { records, withoutFigures } = result;
  const left = withoutFigures === 0 ? '' : ` ${withoutFigures} have no such figures.`;
  return { result, words: `Wrote ${records} records.${left}` };
}

/** By the ending of the file's name. */
function reportFormat(out: string): ReportFormat {
  const ending = out.slice(out.lastIndexOf('.') + 1).toLowerCase();
  if (ending === 'pdf') return 'pdf';
  return ending === 'tex' || ending === 'latex' ? 'latex' : 'html';
}

function parseCount(text: string): number {
  const count = Number(text);
  if (Number.isInteger(count) && count >= 0 && count <= 100) return count;
  throw new InvalidArgumentError('Give a whole number from 0 to 100.');
}
