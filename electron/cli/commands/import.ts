import { InvalidArgumentError } from 'commander';
import { resolve } from 'node:path';
import type { Api } from '../../../shared/api/client.ts';
import type { MethodInput } from '../../../shared/api/contract.ts';
import { AppError } from '../../../shared/api/errors.ts';
import type { ImportProgress, ImportReport } from '../../../shared/model/import.ts';
import type { CliCommand } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { inputPath } from '../input-path.ts';
import { openSession } from '../session.ts';
import type { Terminal } from '../terminal.ts';

interface Prediction {
  readonly model: string;
  readonly path: string;
}

interface ImportOptions {
  readonly project: string;
  readonly dataset?: string;
  readonly captions?: string;
  readonly predictions?: Prediction[];
  readonly ratings?: string[];
  readonly capabilities?: string;
  readonly json?: boolean;
}

/** `import`: indexes a dataset and predictions into a project; waits for the search index too. */
export const importCommand: CliCommand = {
  add(program, terminal, finish) {
    program
      .command('import')
      .description('Index a dataset and predictions into a project; media stay where they are.')
      .requiredOption('--project <dir>', 'folder of the project; made when it is not there')
      .option('--dataset <path>', 'file or folder of the dataset')
      .option('--captions <path>', "the dataset's caption variant")
      .option('--predictions <name=path>', 'predictions of a model; may be repeated', addPrediction)
      .option('--ratings <file>', 'ratings by people; may be repeated', addPath)
      .option('--capabilities <file>', 'table of capabilities')
      .option('--json', 'print one JSON document')
      .action(async (options: ImportOptions) => {
        const { report, seconds } = await runImport(options, terminal);
        const problems = report.problemsByCode.reduce((sum, { count }) => sum + count, 0);
        const { instances, responses, scores, captions, ratings, problemsByCode } = report;
        const counts = { instances, responses, problems, scores, captions, ratings };
        if (options.json) terminal.printJson({ ...counts, seconds, problemsByCode });
        else print(report, problems, seconds, terminal);
        const hasErrors = problemsByCode.some(({ severity }) => severity === 'error');
        finish(hasErrors ? EXIT.dataFailures : EXIT.done);
      });
  },
};

function addPrediction(text: string, previous: Prediction[] = []): Prediction[] {
  const at = text.indexOf('=');
  if (at < 1 || at === text.length - 1) {
    throw new InvalidArgumentError('Write it as NAME=PATH, e.g. "ModelA=predictions/a".');
  }
  return [...previous, { model: text.slice(0, at), path: text.slice(at + 1) }];
}

function addPath(text: string, previous: string[] = []): string[] {
  return [...previous, text];
}

async function runImport(options: ImportOptions, terminal: Terminal) {
  const request = requestOf(options);
  const session = openSession({ hostName: 'cli' });
  const startedAt = performance.now();
  try {
    const { api } = session;
    await api.call('project.create', { dir: resolve(options.project), name: '' });
    await readFiles(api, request, terminal);
    await waitForSearch(api, terminal);
    const { report } = await api.call('import.report', {});
    if (report === undefined) throw new Error('an import that is done has a report');
    return { report, seconds: (performance.now() - startedAt) / 1000 };
  } finally {
    terminal.endProgress();
    await session.close();
  }
}

/** @throws AppError 'not-found' when one of the paths leads nowhere */
function requestOf(options: ImportOptions): MethodInput<'import.start'> {
  const read = (path: string) => inputPath(path, 'import');
  const optional = (name: 'dataset' | 'captions' | 'capabilities') => {
    const path = options[name];
    return path === undefined ? {} : { [name]: read(path) };
  };
  return {
    ...optional('dataset'),
    ...optional('captions'),
    ...optional('capabilities'),
    predictions: (options.predictions ?? []).map(({ model, path }) => ({
      model,
      path: read(path),
    })),
    ratings: (options.ratings ?? []).map(read),
  };
}

async function readFiles(
  api: Api,
  request: MethodInput<'import.start'>,
  terminal: Terminal,
): Promise<void> {
  const ended = Promise.withResolvers<ImportProgress>();
  const off = api.on('import.progress', (progress) => {
    if (isEnded(progress)) ended.resolve(progress);
    else terminal.progress(progress.bytesDone / Math.max(1, progress.bytesTotal), label(progress));
  });
  try {
    await api.call('import.start', request);
    const last = await ended.promise;
    if (last.phase === 'done') return;
    throw new AppError('internal', last.error?.message ?? 'The import was cancelled.');
  } finally {
    off();
  }
}

function isEnded({ phase }: ImportProgress): boolean {
  return phase === 'done' || phase === 'failed' || phase === 'cancelled';
}

function label({ phase, instances, responses, filesDone, filesTotal }: ImportProgress): string {
  const files = `${filesDone}/${filesTotal} files`;
  return `${phase} · ${files} · ${instances} instances · ${responses} responses`;
}

/** The index is built behind the open project; a script that ends must not leave it half made. */
async function waitForSearch(api: Api, terminal: Terminal): Promise<void> {
  const complete = Promise.withResolvers<undefined>();
  let most = 1;
  const look = (pending: number) => {
    most = Math.max(most, pending);
    if (pending === 0) complete.resolve(undefined);
    else terminal.progress(1 - pending / most, `search index · ${pending} instances to go`);
  };
  const off = api.on('search.progress', ({ pending }) => look(pending));
  try {
    const { project } = await api.call('project.current', {});
    look(project?.searchPending ?? 0);
    await complete.promise;
  } finally {
    off();
  }
}

function print(report: ImportReport, problems: number, seconds: number, terminal: Terminal): void {
  terminal.print(`${report.instances} instances`);
  for (const [model, { matched, unmatched }] of Object.entries(report.responses)) {
    terminal.print(`${model}: ${matched} responses matched, ${unmatched} unmatched`);
  }
  terminal.print(
    `${report.scores} scores, ${report.captions} captions, ${report.ratings} ratings imported`,
  );
  terminal.print(`${problems} problems, ${seconds.toFixed(1)} s`);
  for (const { code, quirk, severity, count, example } of report.problemsByCode) {
    const name = quirk === undefined ? code : `quirk ${quirk}`;
    terminal.print(`  ${count} × ${severity}: ${name}, e.g. ${example.message}`);
  }
}
