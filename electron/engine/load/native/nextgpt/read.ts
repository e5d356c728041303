import type { NativeProblem } from '../../../../../shared/model/native.ts';
import { createIndexes, orphanOf, readText, squash, tidyParts } from '../answer-text.ts';
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
import { findNamed, isNamedAfter, listMedia, mediaFolder, type Medium } from './media.ts';
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

interface Found {
  readonly source: AnswerText;
  readonly answer: Answer;
  readonly base: string;
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
    for (const source of answers)
      found.push({ source, answer: parseAnswer(source.text), base: baseOf(file.folder, bases) });
  }
  const free = new Set(media);
  const samples = found.map((one, nth) => {
    const own = takeFiles(one, found, nth, free);
    return sampleOf(folder, one, own, free, problems);
  });
  const cutOff = found.reduce((sum, { answer }) => sum + answer.cut, 0);
  return { samples, problems, texts, cutOff };
}

/** Files named after the prompt; all of them when nobody else can own one. */
function takeFiles(
  { source, answer, base }: Found,
  found: readonly Found[],
  nth: number,
  free: Set<Medium>,
): Medium[] {
  const isOnly = found.filter((other) => other.base === base).length === 1;
  const isShared = found
    .slice(nth + 1)
    .some((other) => other.base === base && squash(other.source.prompt) === squash(source.prompt));
  const room = (modality: MediaModality) =>
    answer.parts.filter((part) => part.kind === 'run' && part.modality === modality).length;
  const taken: Medium[] = [];
  for (const medium of free) {
    const isOwn = isOnly || isNamedAfter(medium, [source.prompt, source.name]);
    if (medium.base !== base || !isOwn) continue;
    const before = taken.filter(({ modality }) => modality === medium.modality).length;
    if (isShared && before >= room(medium.modality)) continue; // asked for twice: others have the rest
    taken.push(medium);
  }
  for (const medium of taken) free.delete(medium);
  return taken;
}

/** The nearest folder, itself or above, that holds folders of media. */
function baseOf(folder: string, bases: ReadonlySet<string>): string {
  for (let at = folder; at !== ''; at = at.slice(0, Math.max(0, at.lastIndexOf('/'))))
    if (bases.has(at)) return at;
  return '';
}

function sampleOf(
  folder: NativeFolder,
  { source, answer }: Found,
  byPrompt: readonly Medium[],
  free: Set<Medium>,
  problems: NativeProblem[],
): NativeSample {
  const { file, name } = source;
  const used = new Set<string>();
  const parts = withFiles(folder, file.folder, demoAtRuns(answer.parts), byPrompt, used);
  const place = source.line === undefined ? {} : { line: source.line };
  const orphans = byPrompt.filter((medium) => !used.has(medium.file.path));
  for (const medium of free) if (used.has(medium.file.path)) free.delete(medium);
  const indexOf = createIndexes();
  for (const part of parts) if (part.kind === 'item') indexOf(part.item.modality);
  const sample: NativeSample = {
    folder: file.folder,
    name,
    file: file.path,
    ...place,
    parts: tidyParts(parts),
    orphans: orphans.map(({ modality, file: own }) =>
      orphanOf(modality, indexOf(modality), own.path),
    ),
  };
  if (answer.cut > 0) {
    const path = samplePath(sample);
    const message = `Sample "${path}" is truncated. Runs of tokens that are not whole, and were dropped: ${answer.cut}.`;
    const problem = { file: file.path, ...place, sample: path, message };
    problems.push({ code: 'cut-off', severity: 'warning', ...problem });
  }
  return sample;
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
  folder: NativeFolder,
  from: string,
  parts: readonly AnswerPart[],
  media: readonly Medium[],
  used: Set<string>,
): NativePart[] {
  const indexOf = createIndexes();
  const named = new Map<string, NativeFile | undefined>();
  for (const part of parts) {
    if (part.kind !== 'named') continue;
    const file = findNamed(folder, from, part.path);
    named.set(part.path, file);
    if (file !== undefined) used.add(file.path);
  }
  const nextFile = (modality: MediaModality) => {
    const next = media.find((one) => one.modality === modality && !used.has(one.file.path))?.file;
    if (next !== undefined) used.add(next.path);
    return next;
  };
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
