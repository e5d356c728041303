// What the commands write to. Results go to stdout, everything else to stderr, so that a pipe holds
// results only; with `--json` stdout is one document.
import { stripVTControlCharacters } from 'node:util';

export interface Terminal {
  /** A line of the result. */
  readonly print: (text: string) => void;
  /** The one document of `--json`. */
  readonly printJson: (value: unknown) => void;
  /** A line for people, beside the result. */
  readonly note: (text: string) => void;
  /** Draws a bar on a terminal, nothing elsewhere; `undefined` takes it away. */
  readonly progress: (fraction: number, label: string) => void;
  readonly endProgress: () => void;
}

const BAR_WIDTH = 24;

export function createTerminal(
  stdout: NodeJS.WritableStream = process.stdout,
  stderr: NodeJS.WriteStream = process.stderr,
): Terminal {
  let isDrawn = false;
  const clear = () => {
    if (isDrawn) stderr.write('\r\x1b[K');
    isDrawn = false;
  };
  return {
    print: (text) => {
      clear();
      stdout.write(`${plain(text)}\n`);
    },
    printJson: (value) => {
      clear();
      stdout.write(`${JSON.stringify(value, undefined, 2)}\n`);
    },
    note: (text) => {
      clear();
      stderr.write(`${plain(text)}\n`);
    },
    progress: (fraction, label) => {
      if (!stderr.isTTY) return;
      const done = Math.round(Math.min(1, Math.max(0, fraction)) * BAR_WIDTH);
      const bar = '█'.repeat(done) + '░'.repeat(BAR_WIDTH - done);
      const line = `${bar} ${label}`.slice(0, stderr.columns - 1);
      stderr.write(`\r\x1b[K${plain(line)}`);
      isDrawn = true;
    },
    endProgress: clear,
  };
}

/** Text of a data file must not move the cursor or recolour the terminal. */
function plain(text: string): string {
  // eslint-disable-next-line no-control-regex -- control characters are what is taken out
  return stripVTControlCharacters(text).replace(/[\x00-\x08\x0b-\x1f\x7f]/g, '�');
}
