import type { Command } from 'commander';
import type { ExitCode } from './exit-codes.ts';
import type { Terminal } from './terminal.ts';

/** One command of the command line; a file each in `commands/`, listed in its index. */
export interface CliCommand {
  /** Adds the command with its options; `finish` is told how it ended. */
  readonly add: (program: Command, terminal: Terminal, finish: (code: ExitCode) => void) => void;
}
