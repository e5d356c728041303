// AnyGPT names a file by the first 50 characters of the instruction and the time: `<50><MMDD_HHMMSS>`.
// Only the last span of a modality has one.
import { modalityOfFile, squash } from '../answer-text.ts';
import type { NativeFile } from '../types.ts';
import type { SpanKind, Turn } from './parse-response.ts';

const STAMPED = /^([\s\S]*?)(\d{4}_\d{6})$/;
const NAME_LENGTH = 50;

/** Files that belong to a turn: by the place of the span in its parts, and those beyond. */
export interface TurnFiles {
  readonly bySpan: ReadonlyMap<number, NativeFile>;
  readonly beyond: readonly NativeFile[];
  /** Other turns share the name, and the files do not show which is whose. */
  readonly isAmbiguous: boolean;
}

export interface Pairing {
  readonly turns: readonly TurnFiles[];
  /** Files whose name is no turn's. */
  readonly unclaimed: readonly NativeFile[];
}

interface Named {
  readonly file: NativeFile;
  readonly key: string;
  readonly stamp: string;
}

interface Open {
  readonly bySpan: Map<number, NativeFile>;
  readonly beyond: NativeFile[];
  isAmbiguous: boolean;
}

type Medium = 'image' | 'audio';

/** Pairs the files of one folder with the turns of its `response.txt`. */
export function pairFiles(turns: readonly Turn[], files: readonly NativeFile[]): Pairing {
  const open = turns.map((): Open => ({ bySpan: new Map(), beyond: [], isAmbiguous: false }));
  const unclaimed: NativeFile[] = [];
  const groups = new Map<string, { owners: number[]; files: Named[] }>();
  const instructions = turns.map(({ instruction }) => ({
    start: squash(instruction.slice(0, NAME_LENGTH)),
    whole: squash(instruction),
  }));
  for (const named of files.map(nameOf)) {
    const owners = ownersOf(named, instructions);
    if (owners.length === 0) {
      unclaimed.push(named.file);
      continue;
    }
    const id = owners.join(' ');
    const group = groups.get(id) ?? { owners, files: [] };
    group.files.push(named);
    groups.set(id, group);
  }
  for (const { owners, files: own } of groups.values()) {
    for (const medium of ['image', 'audio'] as const) {
      const ofMedium = own
        .filter(({ file }) => mediumOf(file) === medium)
        .sort((a, b) => (a.stamp < b.stamp ? -1 : a.stamp > b.stamp ? 1 : 0))
        .map(({ file }) => file);
      giveOut(owners, ofMedium, medium, turns, open);
    }
  }
  return { turns: open, unclaimed };
}

function mediumOf({ name }: NativeFile): Medium {
  return modalityOfFile(name) === 'audio' ? 'audio' : 'image';
}

function nameOf(file: NativeFile): Named {
  const stem = file.name.replace(/\.[^.]+$/, '');
  const match = STAMPED.exec(stem);
  return { file, key: squash(match?.[1] ?? stem), stamp: match?.[2] ?? '' };
}

interface Instruction {
  /** As much of it as a file's name holds, squashed. */
  readonly start: string;
  readonly whole: string;
}

/** The turns whose instruction begins like the file's name; else those that hold it; else the only one. */
function ownersOf({ key }: Named, instructions: readonly Instruction[]): number[] {
  const named = (test: (instruction: Instruction) => boolean) =>
    instructions.flatMap((instruction, index) => (test(instruction) ? [index] : []));
  if (key !== '') {
    const exact = named(({ start }) => start === key);
    if (exact.length > 0) return exact;
    const begins = named(({ whole }) => whole.startsWith(key));
    if (begins.length > 0) return begins;
    const holds = named(({ whole }) => whole.includes(key));
    if (holds.length > 0) return holds;
  }
  return instructions.length === 1 ? [0] : [];
}

/** Places in the parts of the spans that may have a file: the last of each kind. */
function candidates({ parts }: Turn, medium: Medium): number[] {
  const last = new Map<SpanKind, number>();
  parts.forEach((part, index) => {
    if (part.kind === 'span' && (part.span === 'image') === (medium === 'image'))
      last.set(part.span, index);
  });
  return [...last.values()].sort((a, b) => a - b);
}

function giveOut(
  owners: readonly number[],
  files: readonly NativeFile[],
  medium: Medium,
  turns: readonly Turn[],
  open: readonly Open[],
): void {
  if (files.length === 0) return;
  const places = owners.flatMap((owner) => {
    const turn = turns[owner];
    return turn === undefined ? [] : candidates(turn, medium).map((span) => ({ owner, span }));
  });
  // of one turn the last spans have the files; of several nothing says whose are missing
  const skipped = owners.length === 1 ? Math.max(0, places.length - files.length) : 0;
  files.forEach((file, nth) => {
    const place = places[nth + skipped];
    if (place !== undefined) open[place.owner]?.bySpan.set(place.span, file);
    else open[owners.at(-1) ?? 0]?.beyond.push(file);
  });
  if (owners.length > 1 && files.length !== places.length)
    for (const owner of owners) {
      const one = open[owner];
      if (one !== undefined) one.isAmbiguous = true;
    }
}
