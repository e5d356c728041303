import { Command, CommanderError } from 'commander';
import { AppError } from '../../shared/api/errors.ts';
import { readVersion } from '../serving/surroundings.ts';
import { COMMANDS } from './commands/index.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { createTerminal } from './terminal.ts';

const EXIT_HELP = `
Exit codes: 0 done, 1 done with failures in the data (counted in the output), 2 wrong use, 3 could
not run. With --json, stdout holds one JSON document and nothing else.`;

async function main(args: readonly string[]): Promise<ExitCode> {
  const terminal = createTerminal();
  let exitCode: ExitCode = EXIT.done;
  const program = new Command('unim-loupe')
    .description(
      'Look at any-to-any interleaved multimodal model outputs, and at what a score means.',
    )
    .version(readVersion())
    .exitOverride()
    .configureHelp({ showGlobalOptions: true })
    .addHelpText('after', EXIT_HELP);
  for (const command of COMMANDS) {
    command.add(program, terminal, (code) => {
      exitCode = code;
    });
  }
  try {
    await program.parseAsync(args, { from: 'user' });
    return exitCode;
  } catch (error) {
    terminal.endProgress();
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.wrongUse;
    if (error instanceof AppError) {
      terminal.note(error.message);
      const isWrongUse = error.code === 'bad-input' || error.code === 'bad-query';
      return isWrongUse ? EXIT.wrongUse : EXIT.couldNotRun;
    }
    terminal.note(error instanceof Error ? (error.stack ?? error.message) : String(error));
    return EXIT.couldNotRun;
  }
}

process.exitCode = await main(process.argv.slice(2));
