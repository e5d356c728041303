import type { NativeProblem } from '../../../../../shared/model/native.ts';
import { createIndexes, orphanOf, readText, tidyParts } from '../answer-text.ts';
import {
  samplePath,
  type NativeFile,
  type NativeFolder,
  type NativeItem,
  type NativePart,
  type NativeReader,
  type NativeReading,
  type NativeReadOptions,
  type NativeSample,
} from '../types.ts';
import { answersIn, mayHoldAnswers, type AnswerText } from './answers.ts';
import { createNamedFinder, listMedia, mediaFolder, type Medium } from './media.ts';
import { pairMedia, type Asker } from './pair-media.ts';
import { parseAnswer, type Answer, type AnswerPart, type MediaModality } from './parse-answer.ts';

const SIGNAL =
  /\[(?:IMG|VID|AUD)\d{1,2}\]|<(?:image|video|audio)_\d{2}>|<(?:Image|Video|Audio)>[^<>\n]+<\//;
const LOOKED_AT = 40;

export const nextgptReader: NativeReader = {
  system: 'nextgpt',
  async recognise(folder) {
    for (const file of folder.files.filter(isAnswerFile).slice(0, LOOKED_AT)) {
      const text = (await readText(file, [])) ?? '';
      const signal = SIGNAL.exec(text)?.[0];
      if (signal !== undefined) return `“${signal.slice(0, 20)}” in “${file.name}”`;
    }
    return undefined;
  },
  read,
};

const isAnswerFile = (file: NativeFile) =>
  mayHoldAnswers(file) && mediaFolder(file.folder) === undefined;

interface Found extends Asker {
  readonly source: AnswerText;
}

async function read(folder: NativeFolder, { signal }: NativeReadOptions): Promise<NativeReading> {
  const problems: NativeProblem[] = [];
  const media = listMedia(folder);
  const bases = new Set(media.map(({ base }) => base));
  const found: Found[] = [];
  const texts = new Set<string>();
  for (const file of folder.files.filter(isAnswerFile)) {
    signal.throwIfAborted();
    const answers = await answersIn(file, problems);
    if (answers.length > 0) texts.add(file.path);
    for (const source of answers) {
      const base = baseOf(file.folder, bases);
      found.push({ ...source, source, answer: parseAnswer(source.text), base });
    }
  }
  const findNamed = createNamedFinder(folder);
  const named = found.map(({ source, answer }) => filesByPath(source.file, answer, findNamed));
  const taken = new Set(named.flatMap((files) => [...files.values()].map(({ path }) => path)));
  const { own, guessed } = pairMedia(found, media, taken);
  const samples = found.map((one, nth) =>
    sampleOf(one, own[nth] ?? [], named[nth] ?? new Map<string, NativeFile>()),
  );
  samples.forEach((sample, nth) => {
    sayWhatWasWrong(sample, found[nth]?.answer.cut ?? 0, guessed.has(nth), problems);
  });
  const cutOff = found.reduce((sum, { answer }) => sum + answer.cut, 0);
  return { samples, problems, texts, cutOff };
}

function filesByPath(
  { folder }: NativeFile,
  { parts }: Answer,
  findNamed: ReturnType<typeof createNamedFinder>,
): Map<string, NativeFile> {
  const files = new Map<string, NativeFile>();
  for (const part of parts) {
    if (part.kind !== 'named') continue;
    const file = findNamed(folder, part.path);
    if (file !== undefined) files.set(part.path, file);
  }
  return files;
}

/** The nearest folder, itself or above, that holds folders of media. */
function baseOf(folder: string, bases: ReadonlySet<string>): string {
  for (let at = folder; at !== ''; at = at.slice(0, Math.max(0, at.lastIndexOf('/'))))
    if (bases.has(at)) return at;
  return '';
}

function sampleOf(
  { source, answer }: Found,
  own: readonly Medium[],
  named: ReadonlyMap<string, NativeFile>,
): NativeSample {
  const { file, name, line } = source;
  const left = [...own];
  const parts = withFiles(demoAtRuns(answer.parts), named, (modality) => {
    const at = left.findIndex((medium) => medium.modality === modality);
    return at === -1 ? undefined : left.splice(at, 1)[0]?.file;
  });
  const indexOf = createIndexes();
  const items = new Set(parts.flatMap((part) => (part.kind === 'item' ? [part.item] : [])));
  for (const { modality } of items) indexOf(modality);
  return {
    folder: file.folder,
    name,
    file: file.path,
    ...(line === undefined ? {} : { line }),
    parts: tidyParts(parts),
    orphans: left.map((medium) =>
      orphanOf(medium.modality, indexOf(medium.modality), medium.file.path),
    ),
  };
}

function sayWhatWasWrong(
  sample: NativeSample,
  cut: number,
  isGuessed: boolean,
  problems: NativeProblem[],
): void {
  const path = samplePath(sample);
  const line = sample.line === undefined ? {} : { line: sample.line };
  const where = { severity: 'warning', file: sample.file, ...line, sample: path } as const;
  if (cut > 0) {
    const message = `Sample "${path}" is truncated. Runs of tokens that are not whole, and were dropped: ${cut}.`;
    problems.push({ code: 'cut-off', ...where, message });
  }
  if (isGuessed) {
    const message = `Paired files with sample "${path}" by order: their names are no prompt that stands here. Check them.`;
    problems.push({ code: 'ambiguous', ...where, message });
  }
}

/** A file that the demo names before the text belongs to the run of its modality, where there is one. */
function demoAtRuns(parts: readonly AnswerPart[]): AnswerPart[] {
  const moved = new Set<AnswerPart>();
  const placed = parts.map((part): AnswerPart => {
    if (part.kind !== 'run') return part;
    const own = parts.find(
      (one) => one.kind === 'named' && one.modality === part.modality && !moved.has(one),
    );
    if (own === undefined) return part;
    moved.add(own);
    return own;
  });
  return placed.filter((part, index) => part !== parts[index] || !moved.has(part));
}

function withFiles(
  parts: readonly AnswerPart[],
  named: ReadonlyMap<string, NativeFile>,
  nextFile: (modality: MediaModality) => NativeFile | undefined,
): NativePart[] {
  const indexOf = createIndexes();
  const byPath = new Map<string, NativeItem>();
  return parts.map((part): NativePart => {
    if (part.kind === 'text') return part;
    const known = part.kind === 'named' ? byPath.get(part.path) : undefined;
    if (known !== undefined) return { kind: 'item', item: known };
    const file = part.kind === 'named' ? named.get(part.path) : nextFile(part.modality);
    const item: NativeItem = {
      modality: part.modality,
      index: indexOf(part.modality),
      markers: [part.marker],
      files: file === undefined ? [] : [file.path],
      as: 'copy',
    };
    if (part.kind === 'named') byPath.set(part.path, item);
    return { kind: 'item', item };
  });
}
