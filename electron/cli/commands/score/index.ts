import { resolve } from 'node:path';
import type { CliCommand } from '../../command.ts';
import { EXIT } from '../../exit-codes.ts';
import { openSession } from '../../session.ts';
import { parseFilterOption } from '../filter-option.ts';
import { parseEndpointsFile } from './endpoints-file.ts';
import {
  METRIC_NAMES,
  parseCount,
  parseMetrics,
  parseNames,
  parsePath,
  parseUsd,
  type ScoreOptions,
} from './options.ts';
import { planDocument, printPlan } from './print-plan.ts';
import { printRun, runDocument } from './print-run.ts';
import { requestOf, runScore } from './run-score.ts';

/** `score`: a scoring run, from its plan to its end; one that is cut off can be resumed. */
export const scoreCommand: CliCommand = {
  add(program, terminal, finish) {
    program
      .command('score')
      .description('Score responses and their items; what was scored before is not scored again.')
      .requiredOption('--project <dir>', 'folder of the project')
      .option(
        '--metrics <list>',
        `of ${METRIC_NAMES.join(', ')}; all but SC-lexical when left out`,
        parseMetrics,
      )
      .option('--models <list>', 'names, parted by commas; all when left out', parseNames)
      .option(
        '--filter <expr>',
        'instances, e.g. \'field = "general_area" and output has audio\'',
        parseFilterOption,
      )
      .option('--resume', 'go on with the newest run that was paused or cut off')
      .option('--concurrency <n>', 'worker threads; by the machine when left out', parseCount)
      .option('--dover-weights <file>', 'rate videos by DOVER with these ONNX weights', parsePath)
      .option(
        '--endpoints <file>',
        'JSON: models by role, in the place of the project’s settings',
        parseEndpointsFile,
      )
      .option('--budget <usd>', 'pause before more than this is spent on models', parseUsd)
      .option('--dry-run', 'say what would be done and what it would cost, and do nothing')
      .option('--json', 'print one JSON document')
      .action(async (options: ScoreOptions) => {
        const session = openSession({ hostName: 'cli' });
        try {
          const { api } = session;
          await api.call('project.open', { dir: resolve(options.project) });
          if (options.dryRun) {
            const { plan } = await api.call('runs.plan', await requestOf(api, options));
            if (options.json) terminal.printJson(planDocument(plan));
            else printPlan(plan, terminal);
            return;
          }
          const ended = await runScore(api, options, terminal);
          if (options.json) terminal.printJson(runDocument(ended));
          else printRun(ended, terminal);
          const { run, failures } = ended;
          if (run.error !== undefined) terminal.note(run.error.message);
          const isWhole = run.error === undefined && failures.length === 0;
          finish(isWhole ? EXIT.done : EXIT.dataFailures);
        } finally {
          terminal.endProgress();
          await session.close();
        }
      });
  },
};
