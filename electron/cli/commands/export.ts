import { Option } from 'commander';
import { resolve } from 'node:path';
import type { Api } from '../../../shared/api/client.ts';
import { AppError } from '../../../shared/api/errors.ts';
import { OFFICIAL_KINDS, type OfficialKind } from '../../../shared/model/export.ts';
import type { InstanceFilter } from '../../../shared/model/filter.ts';
import type { CliCommand } from '../command.ts';
import { openSession } from '../session.ts';
import { parseFilterOption } from './filter-option.ts';

interface ExportOptions {
  readonly project: string;
  readonly as: OfficialKind | 'annotations' | 'ratings' | 'bundle';
  readonly title?: string;
  readonly model?: string;
  readonly filter?: InstanceFilter;
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
        new Option(
          '--as <kind>',
          'an official GQ, ICS or SC file, annotations as JSON lines, ratings as JSON lines or CSV, ' +
            'or a bundle: a folder with a page, media and a project, to hand on',
        )
          .choices([...OFFICIAL_KINDS, 'annotations', 'ratings', 'bundle'])
          .makeOptionMandatory(),
      )
      .option('--model <name>', 'whose figures; of annotations, only those of its responses')
      .option('--filter <expr>', 'instances, e.g. \'field = "general_area"\'', parseFilterOption)
      .option('--title <text>', 'what a bundle is called', 'Review bundle')
      .requiredOption('--out <path>', 'file, or folder of a bundle; one that is there is replaced')
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
  { as, model, filter = {}, title = 'Review bundle', out }: ExportOptions,
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
  if (as === 'bundle') {
    const models = model === undefined ? [] : [model];
    const result = await api.call('export.bundle', { ...request, models, title });
    const { instances, mediaFiles, bytes } = result;
    const size = `${(bytes / 1e6).toFixed(1)} MB`;
    return { result, words: `Wrote ${instances} instances with ${mediaFiles} media, ${size}.` };
  }
  if (model === undefined) {
    throw new AppError('bad-input', `Cannot export: name whose figures, with --model. "${out}"`);
  }
  const result = await api.call('export.official', { ...request, as, model });
  const { records, withoutFigures } = result;
  const left = withoutFigures === 0 ? '' : ` ${withoutFigures} have no such figures.`;
  return { result, words: `Wrote ${records} records.${left}` };
}
