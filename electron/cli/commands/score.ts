import { InvalidArgumentError } from 'commander';
import { resolve } from 'node:path';
import type { Api } from '../../../shared/api/client.ts';
import type { MethodInput } from '../../../shared/api/contract.ts';
import { AppError } from '../../../shared/api/errors.ts';
import type { InstanceFilter } from '../../../shared/model/filter.ts';
import { RUN_METRICS, type Run, type RunFailure, type RunPlan } from '../../../shared/model/run.ts';
import type { CliCommand } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { parseFilter } from '../filter-expression.ts';
import { openSession } from '../session.ts';
import type { Terminal } from '../terminal.ts';

type Metric = (typeof RUN_METRICS)[number];

interface ScoreOptions {
  readonly project: string;
  readonly metrics?: Metric[];
  readonly models?: string[];
  readonly filter?: InstanceFilter;
  readonly resume?: boolean;
  readonly concurrency?: number;
  readonly doverWeights?: string;
  readonly budget?: number;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

/** `score`: a scoring run, from its plan to its end; one that is cut off can be resumed. */
export const scoreCommand: CliCommand = {
  add(program, terminal, finish) {
    program
      .command('score')
      .description('Score the items of responses; what was scored before is not scored again.')
      .requiredOption('--project <dir>', 'folder of the project')
      .option('--metrics <list>', `of ${RUN_METRICS.join(', ')}; all when left out`, metrics)
      .option('--models <list>', 'names, parted by commas; all when left out', names)
      .option(
        '--filter <expr>',
        'instances, e.g. \'field = "general_area" and output has audio\'',
        filter,
      )
      .option('--resume', 'go on with the newest run that was paused or cut off')
      .option('--concurrency <n>', 'worker threads; by the machine when left out', count)
      .option('--dover-weights <file>', 'rate videos by DOVER with these ONNX weights', absolute)
      .option('--budget <usd>', 'most to spend on judges; none is part of these metrics', usd)
      .option('--dry-run', 'say what would be done, and do nothing')
      .option('--json', 'print one JSON document')
      .action(async (options: ScoreOptions) => {
        const session = openSession({ hostName: 'cli' });
        try {
          await session.api.call('project.open', { dir: resolve(options.project) });
          if (options.dryRun)
            return printPlan(await readPlan(session.api, options), options, terminal);
          const { run, failures } = await score(session.api, options, terminal);
          if (options.json) terminal.printJson(asDocument(run));
          else printRun(run, failures, terminal);
          finish(failures.length > 0 ? EXIT.dataFailures : EXIT.done);
        } finally {
          terminal.endProgress();
          await session.close();
        }
      });
  },
};

function names(text: string): string[] {
  const list = text.split(',').map((name) => name.trim());
  if (list.includes('')) throw new InvalidArgumentError('Part the names by commas.');
  return list;
}

function metrics(text: string): Metric[] {
  return names(text).map((name) => {
    const metric = RUN_METRICS.find((id) => id.toLowerCase() === name.toLowerCase());
    if (metric !== undefined) return metric;
    throw new InvalidArgumentError(`They must be of ${RUN_METRICS.join(', ')}.`);
  });
}

function filter(text: string): InstanceFilter {
  try {
    return parseFilter(text);
  } catch (error) {
    if (error instanceof AppError) throw new InvalidArgumentError(error.message);
    throw error;
  }
}

const absolute = (path: string) => resolve(path);

function count(text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 1 && value <= 64) return value;
  throw new InvalidArgumentError('It must be a whole number from 1 to 64.');
}

function usd(text: string): number {
  const value = Number(text);
  if (text.trim() !== '' && value >= 0) return value;
  throw new InvalidArgumentError('It must be an amount of dollars.');
}

async function readPlan(api: Api, options: ScoreOptions): Promise<RunPlan> {
  return (await api.call('runs.plan', await requestOf(api, options))).plan;
}

/** @throws AppError 'not-found' for a model that the project does not have */
async function requestOf(api: Api, options: ScoreOptions): Promise<MethodInput<'runs.plan'>> {
  const { models } = await api.call('models.list', {});
  const unknown = options.models?.find((name) => !models.some((model) => model.name === name));
  if (unknown !== undefined) {
    throw new AppError(
      'not-found',
      `Cannot score the model "${unknown}": the project has none of this name. It has ` +
        `${models.map(({ name }) => `"${name}"`).join(', ') || 'no models'}. "${options.project}"`,
    );
  }
  return {
    filter: options.filter ?? {},
    models: options.models ?? [],
    metrics: options.metrics ?? [],
    settings: options.doverWeights === undefined ? {} : { doverWeights: options.doverWeights },
    ...(options.concurrency === undefined ? {} : { concurrency: options.concurrency }),
  };
}

async function score(
  api: Api,
  options: ScoreOptions,
  terminal: Terminal,
): Promise<{ run: Run; failures: RunFailure[] }> {
  const over = Promise.withResolvers<undefined>();
  const off = api.on('run.progress', (run) => {
    if (['done', 'failed', 'cancelled'].includes(run.state)) over.resolve(undefined);
    else terminal.progress(run.totals.done / Math.max(1, run.totals.planned), label(run));
  });
  try {
    const runId = options.resume ? await resume(api) : await start(api, options);
    if (runId === undefined) {
      throw new AppError(
        'not-found',
        `Cannot resume: no run waits. Start one without "--resume". "${options.project}"`,
      );
    }
    await over.promise;
    const ended = await api.call('runs.get', { runId });
    const { error } = ended.run;
    if (error !== undefined) throw new AppError(error.code, error.message);
    return ended;
  } finally {
    off();
  }
}

async function start(api: Api, options: ScoreOptions): Promise<number> {
  return (await api.call('runs.start', await requestOf(api, options))).runId;
}

const WAITING: readonly Run['state'][] = ['paused', 'failed', 'cancelled'];

async function resume(api: Api): Promise<number | undefined> {
  const { runs } = await api.call('runs.list', {});
  const runId = runs.find(({ state }) => WAITING.includes(state))?.id;
  if (runId !== undefined) await api.call('runs.resume', { runId });
  return runId;
}

function label({ totals, ratePerSecond, secondsLeft }: Run): string {
  const rate = ratePerSecond > 0 ? ` · ${ratePerSecond.toFixed(1)}/s` : '';
  const left = secondsLeft === undefined ? '' : ` · ${Math.ceil(secondsLeft)} s left`;
  return `${totals.done}/${totals.planned} items · ${totals.scored} scored${rate}${left}`;
}

function asDocument({ id, totals, seconds }: Run) {
  const { planned, scored, cached, unscored } = totals;
  // nothing here asks a judge
  return { runId: id, planned, scored, cached, unscored, seconds, tokens: 0, costUsd: 0 };
}

function printRun({ totals, seconds }: Run, failures: readonly RunFailure[], terminal: Terminal) {
  const { planned, scored, cached, unscored } = totals;
  terminal.print(`${planned} items: ${scored} scored, ${cached} from the cache`);
  for (const [code, items] of Object.entries(unscored)) {
    terminal.print(`  ${items} without a figure: ${code}`);
  }
  for (const { count: items, reason, example } of failures) {
    const file = example.file === undefined ? '' : ` "${example.file}"`;
    terminal.print(
      `  ${items} × ${reason} e.g. ${example.model}, ${example.key}, ${example.tag}${file}`,
    );
  }
  terminal.print(`${seconds.toFixed(1)} s`);
}

function printPlan(plan: RunPlan, { json }: ScoreOptions, terminal: Terminal): void {
  const { items, toScore, cached, parts, why, estimates, concurrency, examples } = plan;
  if (json) {
    const unscored: Record<string, number> = {};
    for (const { unscorable } of parts) {
      for (const { code, count: some } of unscorable) unscored[code] = (unscored[code] ?? 0) + some;
    }
    const counts = { runId: null, planned: items, scored: 0, cached, unscored, seconds: 0 };
    const plan = { toScore, concurrency, parts, why, estimates, examples };
    return terminal.printJson({ ...counts, tokens: 0, costUsd: 0, ...plan });
  }
  terminal.print(`${items} items: ${toScore} to score, ${cached} from the cache`);
  for (const line of why) terminal.print(`  ${line}`);
  terminal.print(`${concurrency} worker ${concurrency === 1 ? 'thread' : 'threads'}`);
}
