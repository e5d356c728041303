import { Option, type Command } from 'commander';
import { writeFileSync } from 'node:fs';
import { extname } from 'node:path';
import { AppError } from '../../../shared/api/errors.ts';
import { FORMAT_NAMES, type Format, type Formatted } from '../formats/index.ts';
import type { Terminal } from '../terminal.ts';

/** How a result is to be shown. */
export interface FormatOptions {
  readonly format?: Format;
  readonly out?: string;
  readonly json?: boolean;
}

/** Adds `--format`, `--out` and `--json`. */
export function withFormats(command: Command): Command {
  return command
    .addOption(new Option('--format <format>', 'as what to write it').choices(FORMAT_NAMES))
    .option('--out <file>', 'write it to a file; its ending chooses the format')
    .option('--json', 'print one JSON document');
}

/**
 * Writes a result to where it was asked to go.
 *
 * @param what  in words, for people, e.g. `12 rows`
 * @throws AppError 'disk-full', 'read-only', 'unreadable'
 */
export function writeFormatted(
  result: Formatted,
  { format: asked, out, json }: FormatOptions,
  terminal: Terminal,
  what: string,
): void {
  const format = asked ?? formatOf(out) ?? 'md';
  if (format === 'csv' && !json) for (const note of result.notes) terminal.note(note);
  if (out !== undefined) {
    save(out, result.as(format));
    terminal.note(`Wrote ${what}. "${out}"`);
  }
  if (json || (format === 'json' && out === undefined)) terminal.printJson(result.document);
  else if (out === undefined) terminal.print(result.as(format).trimEnd());
}

const BY_EXTENSION: Readonly<Record<string, Format>> = {
  '.json': 'json',
  '.csv': 'csv',
  '.md': 'md',
  '.tex': 'latex',
  '.html': 'html',
};

function formatOf(file: string | undefined): Format | undefined {
  return file === undefined ? undefined : BY_EXTENSION[extname(file).toLowerCase()];
}

function save(file: string, text: string): void {
  try {
    writeFileSync(file, text);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException; // node:fs throws nothing else
    const kind = code === 'ENOSPC' ? 'disk-full' : code === 'EROFS' ? 'read-only' : 'unreadable';
    const message = `Cannot write the report (${code ?? 'no code'}). Choose another place. "${file}"`;
    throw new AppError(kind, message, { cause: error });
  }
}
