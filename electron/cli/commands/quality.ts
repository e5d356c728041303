import { InvalidArgumentError } from 'commander';
import { findModality, MODALITY_IDS, type ModalityId } from '../../../shared/model/modality.ts';
import type { Figure, FileScore } from '../../engine/api/quality.ts';
import type { CliCommand } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import type { Terminal } from '../terminal.ts';

interface QualityOptions {
  readonly modality?: ModalityId;
  readonly json?: boolean;
}

/** `quality FILE…`: generation quality of single files. */
export const qualityCommand: CliCommand = {
  add(program, terminal, finish) {
    program
      .command('quality')
      .description('Generation quality of single files, 0 to 100 as the official code prints it.')
      .argument('<file...>', 'images, recordings, meshes, point clouds')
      .option('--modality <modality>', `take the files for: ${MODALITY_IDS.join(', ')}`, modality)
      .option('--json', 'print one JSON document')
      .action(async (files: string[], options: QualityOptions) => {
        // loaded when asked for: decoders would slow down the start of every other command
        const { scoreFile } = await import('../../engine/api/quality.ts');
        const rows: Row[] = [];
        for (const [index, file] of files.entries()) {
          terminal.progress(index / files.length, file);
          rows.push(toRow(file, await scoreFile(file, options.modality)));
        }
        terminal.endProgress();
        if (options.json) terminal.printJson(rows);
        else print(rows, terminal);
        finish(rows.some((row) => row.unscored !== undefined) ? EXIT.dataFailures : EXIT.done);
      });
  },
};

function modality(name: string): ModalityId {
  const found = findModality(name);
  if (found === undefined) {
    throw new InvalidArgumentError(`It must be one of ${MODALITY_IDS.join(', ')}.`);
  }
  return found;
}

/** One entry of the JSON document: an unscored file has a reason, and `null` for a score. */
interface Row {
  readonly file: string;
  readonly modality: ModalityId | null;
  readonly profile: string;
  readonly version?: number;
  readonly score: number | null;
  readonly unscored?: { readonly code: string; readonly reason: string };
  readonly components: Readonly<Record<string, Figure>>;
  readonly notes: readonly string[];
  readonly seconds: number;
}

function toRow(file: string, { modality, profile, outcome, seconds }: FileScore): Row {
  const common = { file, modality: modality ?? null, profile };
  const time = { seconds: Math.round(seconds * 1e6) / 1e6 };
  if (outcome.status === 'unscored') {
    const unscored = { code: outcome.code, reason: outcome.reason };
    return { ...common, score: null, unscored, components: {}, notes: [], ...time };
  }
  const { version, score, components, notes } = outcome.evidence;
  return { ...common, version, score, components, notes, ...time };
}

function print(rows: readonly Row[], terminal: Terminal): void {
  for (const row of rows) {
    const score = row.score === null ? '    –' : row.score.toFixed(2).padStart(6);
    terminal.print(`${score}  ${(row.modality ?? '?').padEnd(6)}  ${row.file}`);
    if (row.unscored) terminal.print(`        ${row.unscored.code}: ${row.unscored.reason}`);
    for (const note of row.notes) terminal.print(`        ${note}`);
    if (rows.length > 1) continue;
    for (const [name, { value, unit, score: rating, weight }] of Object.entries(row.components)) {
      if (rating === undefined || weight === undefined) continue;
      const figure = value === undefined ? '–' : `${Number(value.toPrecision(6))} ${unit}`.trim();
      terminal.print(`        ${name.padEnd(18)} ${figure.padEnd(16)} rated ${rating.toFixed(3)}`);
    }
  }
}
