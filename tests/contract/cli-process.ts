// The command line as a script sees it: a process with arguments, two streams and an exit code.
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const CLI = fileURLToPath(new URL('../../electron/cli/bin.mjs', import.meta.url));

export interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** What a process of the command line finds in its environment, its data folder below `dir`. */
export const environmentOf = (dir: string) => ({
  ...process.env,
  LOUPE_DATA_DIR: join(dir, 'data'),
  CI: '1',
});

/** What it printed, as one document. */
export const json = ({ stdout }: Ended) => JSON.parse(stdout) as Record<string, unknown>;

/** Runs one command in a folder, to its end. */
export function runCli(dir: string, args: readonly string[]): Promise<Ended> {
  return new Promise((resolve) => {
    const options = { cwd: dir, env: environmentOf(dir) };
    execFile(process.execPath, [CLI, ...args], options, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr });
    });
  });
}
