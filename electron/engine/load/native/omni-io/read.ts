import { basename } from 'node:path';
import type { NativeProblem } from '../../../../../shared/model/native.ts';
import { createIndexes, orphanOf, readText, tidyParts } from '../answer-text.ts';
import { byName } from '../list-native-folder.ts';
import {
  samplePath,
  type NativeFile,
  type NativeFolder,
  type NativeReader,
  type NativeReading,
  type NativeReadOptions,
  type NativeSample,
} from '../types.ts';
import { splitByTurns, splitRounds, type Round } from './answer-rounds.ts';
import { createShelf, type Shelf } from './asset-shelf.ts';
import { readRegistry } from './registry.ts';
import { partsOfRound } from './round-parts.ts';

const REGISTRY = 'registry.json';
const TEXT = /\.(?:txt|md)$/i;
const ANSWER_NAME = /answer|response|reply|output|final|round|turn|chat|conversation/i;

export const omniIoReader: NativeReader = {
  system: 'omni-io',
  recognise({ files }) {
    const registries = files.filter(({ name }) => name === REGISTRY).length;
    const what = registries === 1 ? 'a “registry.json”' : `${registries} “registry.json”`;
    return Promise.resolve(registries === 0 ? undefined : what);
  },
  read,
};

async function read(folder: NativeFolder, { signal }: NativeReadOptions): Promise<NativeReading> {
  const problems: NativeProblem[] = [];
  const samples: NativeSample[] = [];
  const texts = new Set<string>();
  for (const [, files] of [...folder.byFolder].sort(([a], [b]) => byName(a, b))) {
    signal.throwIfAborted();
    const source = files.find(({ name }) => name === REGISTRY);
    if (source === undefined) continue;
    texts.add(source.path);
    const shelf = await openShelf(source, files, problems);
    const rounds = await roundsOf(files, shelf, texts, problems);
    if (rounds.length === 0) samples.push(...withoutAnswer(source, shelf, problems));
    for (const round of rounds) samples.push(sampleOf(source.folder, round, shelf, problems));
    shelf.sayWhatIsLeft(problems);
  }
  return { samples, problems, texts, cutOff: 0 };
}

async function openShelf(
  source: NativeFile,
  files: readonly NativeFile[],
  problems: NativeProblem[],
): Promise<Shelf> {
  const registry = readRegistry((await readText(source, problems)) ?? '');
  const say = (code: NativeProblem['code'], message: string) =>
    problems.push({ code, severity: 'warning', file: source.path, message });
  if (registry.isCut) {
    const { length } = registry.assets;
    const message = `Read ${length} assets of a registry that is half written: it ends in the middle. "${source.path}"`;
    say('half-written', message);
  }
  for (const id of registry.broken)
    say('half-written', `Left out the asset "${id}": its entry is not whole. "${source.path}"`);
  for (const asset of registry.assets.filter(({ isDone }) => !isDone)) {
    const message = `The asset "${asset.id}" has no "completed_at": it may not be whole. "${source.path}"`;
    say('not-finished', message);
  }
  return createShelf(registry, source, files);
}

async function roundsOf(
  files: readonly NativeFile[],
  shelf: Shelf,
  texts: Set<string>,
  problems: NativeProblem[],
): Promise<Round[]> {
  const own = files.filter(({ name }) => TEXT.test(name) && !shelf.isAsset(name));
  const rounds: Round[] = [];
  for (const file of own) {
    const text = await readText(file, problems);
    const isAnswer = text !== undefined && (text.includes('✅') || ANSWER_NAME.test(file.name));
    if (text === undefined || (!isAnswer && own.length > 1)) continue;
    texts.add(file.path);
    const split = splitRounds(file, text);
    const [only] = split;
    const isOne = split.length === 1 && only !== undefined;
    rounds.push(...(isOne ? splitByTurns(only, shelf.turnOf) : split));
  }
  return withOwnNames(rounds);
}

/** Two texts of the same round are two samples. */
function withOwnNames(rounds: readonly Round[]): Round[] {
  const names = new Set<string>();
  return rounds.map((round) => {
    const { file } = round;
    const isTaken = names.has(round.name);
    const name = isTaken ? `${file.name.replace(TEXT, '')}-${round.name}` : round.name;
    names.add(name);
    return { ...round, name };
  });
}

function sampleOf(
  folder: string,
  round: Round,
  shelf: Shelf,
  problems: NativeProblem[],
): NativeSample {
  const { file, line, name } = round;
  const sample = samplePath({ folder, name });
  const where = { file: file.path, line, sample };
  const parts = partsOfRound(round, shelf, (problem) => problems.push({ ...where, ...problem }));
  return { folder, name, file: file.path, line, parts: tidyParts(parts), orphans: [] };
}

/** Without an answer nothing is named: what each round made in the end is kept. */
function withoutAnswer(
  source: NativeFile,
  shelf: Shelf,
  problems: NativeProblem[],
): NativeSample[] {
  const { folder } = source;
  return shelf.lastOfRounds().map(({ turn, assets }) => {
    const indexOf = createIndexes();
    const orphans = assets.map(({ modality, file }) => ({
      ...orphanOf(modality, indexOf(modality), file.path),
      as: modality === 'code' ? ('inline' as const) : ('copy' as const),
    }));
    const sample = samplePath({ folder, name: turn });
    const message = `Sample "${sample}" has no answer: there is no text beside its "registry.json". Its files are kept as orphans. "${source.path}"`;
    problems.push({ code: 'no-text', severity: 'warning', file: source.path, sample, message });
    const file = assets[0]?.file.path ?? basename(source.path);
    return { folder, name: turn, file, parts: [], orphans };
  });
}
