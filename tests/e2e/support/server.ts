import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createInterface } from 'node:readline';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** The real program on loopback, with a data folder of its own. */
export interface RunningServer {
  readonly url: string;
  /** Temporary folder of this server; projects and data go here and are removed with it. */
  readonly dir: string;
  readonly stop: () => Promise<void>;
}

/**
 * Starts `loupe serve` as a child process, as a user would.
 *
 * @param options  the project to open; default: none, the app starts with its welcome
 */
export async function startServer(
  options: {
    readonly project?: string;
    readonly demo?: boolean;
    readonly environment?: Readonly<Record<string, string>>;
  } = {},
): Promise<RunningServer> {
  const dir = await mkdtemp(join(tmpdir(), 'loupe-e2e-'));
  const child = spawn(
    process.execPath,
    [
      join(root, 'electron/cli/main.ts'),
      'serve',
      ...(options.project === undefined ? [] : ['--project', options.project]),
      ...(options.demo === true ? ['--demo'] : []),
      '--no-open',
      '--json',
    ],
    {
      // new projects are proposed below the home folder: its own, so that no run finds another's
      env: {
        ...process.env,
        ...options.environment,
        LOUPE_DATA_DIR: join(dir, 'data'),
        HOME: dir,
        USERPROFILE: dir,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const url = await firstUrl(child);
  return {
    url,
    dir,
    async stop() {
      child.kill('SIGTERM');
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
      await rm(dir, { recursive: true, force: true });
    },
  };
}

async function firstUrl(child: ChildProcess): Promise<string> {
  const said: string[] = [];
  child.stderr?.on('data', (chunk: Buffer) => said.push(chunk.toString()));
  if (child.stdout === null) throw new Error('the server has no output');
  for await (const line of createInterface({ input: child.stdout })) {
    const reply: unknown = JSON.parse(line);
    if (typeof reply === 'object' && reply !== null && 'url' in reply) return String(reply.url);
  }
  throw new Error(`the server ended before it said its address: ${said.join('')}`);
}
