import type { Command } from 'commander';
import { InvalidArgumentError } from 'commander';
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { AppError } from '../../../shared/api/errors.ts';
import { createLog } from '../../engine/index.ts';
import { dataDir, PAGES_DIR } from '../../serving/surroundings.ts';
import { startHttpHost, type HttpHost } from '../../web/http-host.ts';
import type { CliCommand } from '../command.ts';
import { openSession, type Session } from '../session.ts';
import type { Terminal } from '../terminal.ts';

interface ServeOptions {
  readonly project?: string;
  readonly demo?: boolean;
  readonly port: number;
  readonly open: boolean;
  readonly json?: boolean;
}

/** `serve`: the app in a browser, at an address of this machine only. */
export const serveCommand: CliCommand = {
  add(program: Command, terminal) {
    program
      .command('serve')
      .description('Serve the app to a browser on this machine.')
      .option('--project <dir>', 'folder of the project to open')
      .option('--demo', 'open the demo project')
      .option('--port <n>', 'port to serve at; 0 takes a free one', parsePort, 0)
      .option('--no-open', 'do not open a browser')
      .option('--json', 'print the address as one JSON document')
      .action(async (options: ServeOptions) => {
        const session = openSession({ hostName: 'browser', dataDir: dataDir() });
        let host: HttpHost | undefined;
        try {
          host = await start(session, options);
          announce(host.url, options, terminal);
          await untilAskedToEnd();
        } finally {
          await host?.close();
          await session.close();
        }
      });
  },
};

function parsePort(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new InvalidArgumentError('Give a number from 0 to 65535.');
}

async function start(session: Session, options: ServeOptions): Promise<HttpHost> {
  if (!existsSync(join(PAGES_DIR, 'index.html'))) {
    throw new AppError(
      'not-found',
      `Cannot serve the app: its pages are not built. Run "npm run build". "${PAGES_DIR}"`,
    );
  }
  if (options.demo) await session.api.call('project.openDemo', {});
  else if (options.project !== undefined) {
    await session.api.call('project.open', { dir: resolve(options.project) });
  }
  const { port } = options;
  const log = createLog(process.env.LOUPE_LOG ?? 'warn');
  try {
    return await startHttpHost({ engine: session.engine, log, pages: PAGES_DIR, port });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error; // node:net's own
    const message = `Cannot serve at port ${port}: something else listens there. Choose another.`;
    throw new AppError('busy', message, { cause: error });
  }
}

function announce(url: string, options: ServeOptions, terminal: Terminal): void {
  if (options.json) terminal.print(JSON.stringify({ url }));
  else terminal.print(url);
  if (options.open && !process.env.CI) openBrowser(url);
}

/** Tries to; the address was printed for where this does nothing. */
function openBrowser(url: string): void {
  const [command, ...args] =
    process.platform === 'win32'
      ? ['rundll32', 'url.dll,FileProtocolHandler', url]
      : [process.platform === 'darwin' ? 'open' : 'xdg-open', url];
  const child = spawn(command, args, { stdio: 'ignore', detached: true });
  child.on('error', () => undefined); // no such program: the person opens the address
  child.unref();
}

function untilAskedToEnd(): Promise<void> {
  return new Promise((resolveEnd) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.once(signal, () => resolveEnd());
    }
  });
}
