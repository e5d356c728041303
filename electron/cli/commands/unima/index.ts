import { resolve } from 'node:path';
import { AppError } from '../../../../shared/api/errors.ts';
import { ABLATIONS } from '../../../../shared/model/agent.ts';
import type { CliCommand } from '../../command.ts';
import { EXIT } from '../../exit-codes.ts';
import { openSession } from '../../session.ts';
import { parseFilterOption } from '../filter-option.ts';
import { parseEndpointsFile } from '../score/endpoints-file.ts';
import { parseCount, parsePath, parseUsd } from '../score/options.ts';
import { parseAblations, parseCommandsFile, parseRounds, type UnimaOptions } from './options.ts';
import { printUnima, printUnimaPlan, unimaDocument, unimaPlanDocument } from './print-unima.ts';
import { requestOf, runUnima } from './run-unima.ts';

/** `unima`: the agent answers instances; its answers become a model of the project. */
export const unimaCommand: CliCommand = {
  add(program, terminal, finish) {
    program
      .command('unima')
      .description('Run the agent UniMA, write its predictions and traces, and import them.')
      .requiredOption('--project <dir>', 'folder of the project')
      .option('--out <file>', 'the prediction file; items and traces go beside it', parsePath)
      .option('--filter <expr>', 'instances; all of them when left out', parseFilterOption)
      .option('--ablate <what>', `leave out: ${ABLATIONS.join(', ')}`, parseAblations)
      .option('--model <name>', 'name of the model that the answers become')
      .option(
        '--endpoints <file>',
        'JSON: models by role, in the place of the project’s settings',
        parseEndpointsFile,
      )
      .option(
        '--commands <file>',
        'JSON: programs that make items, e.g. {"image": {"argv": ["draw", "{prompt}", "{out}"], "extension": "png"}}',
        parseCommandsFile,
      )
      .option('--concurrency <n>', 'questions to models at a time', parseCount)
      .option('--max-rounds <n>', 'backtracks at most, 3 when left out', parseRounds)
      .option('--budget <usd>', 'pause before more than this is spent on models', parseUsd)
      .option('--label <text>', 'shown with every trace')
      .option('--allow-missing', 'begin although nobody makes some of what is asked for')
      .option('--resume', 'go on with the newest run that was paused or cut off')
      .option('--dry-run', 'say what would be done and what it would cost, and do nothing')
      .option('--json', 'print one JSON document')
      .action(async (options: UnimaOptions) => {
        requireOut(options);
        const session = openSession({ hostName: 'cli' });
        try {
          const { api } = session;
          await api.call('project.open', { dir: resolve(options.project) });
          if (options.dryRun) {
            const { out: _, ...request } = requestOf(options);
            const { plan } = await api.call('agent.plan', request);
            if (options.json) terminal.printJson(unimaPlanDocument(plan));
            else printUnimaPlan(plan, terminal);
            return;
          }
          const ended = await runUnima(api, options, terminal);
          if (options.json) terminal.printJson(unimaDocument(ended));
          else printUnima(ended, terminal);
          const { error, totals } = ended.run;
          if (error !== undefined) terminal.note(error.message);
          const isWhole = error === undefined && totals.failed + totals.missingItems === 0;
          finish(isWhole ? EXIT.done : EXIT.dataFailures);
        } finally {
          terminal.endProgress();
          await session.close();
        }
      });
  },
};

function requireOut({ out, dryRun, resume, project }: UnimaOptions): void {
  if (out !== undefined || dryRun || resume) return;
  throw new AppError(
    'bad-input',
    `Cannot run the agent: say where its predictions are to go by "--out". "${project}"`,
  );
}
