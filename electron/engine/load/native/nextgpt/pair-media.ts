// Which file is whose: by its name, which is the prompt; else by a text that holds the name; else, where
// there are as many as are wanted, by order.
import { squash } from '../answer-text.ts';
import type { Medium } from './media.ts';
import type { Answer, MediaModality } from './parse-answer.ts';

/** One answer, as far as its files are concerned. */
export interface Asker {
  readonly prompt: string;
  readonly name: string;
  readonly text: string;
  readonly answer: Answer;
  /** Folder that holds its media folders. */
  readonly base: string;
}

export interface MediaPairs {
  /** By the order of the askers, each in natural order. */
  readonly own: readonly (readonly Medium[])[];
  /** Askers whose files were given to them by order. */
  readonly guessed: ReadonlySet<number>;
}

const SHORTEST_CUT = 20;
const SHORTEST_MENTION = 4;
const MOST_MENTIONS = 2_000_000;

/** @param taken  files that an answer names by their path */
export function pairMedia(
  askers: readonly Asker[],
  media: readonly Medium[],
  taken: ReadonlySet<string>,
): MediaPairs {
  const free = new Set(media.filter(({ file }) => !taken.has(file.path)));
  const own = askers.map((): Medium[] => []);
  const give = (nth: number, medium: Medium) => {
    own[nth]?.push(medium);
    free.delete(medium);
  };
  giveByName(askers, free, own, give);
  giveByMention(askers, free, give);
  const guessed = giveByOrder(askers, free, own, give);
  return { own, guessed };
}

type Give = (nth: number, medium: Medium) => void;

function giveByName(
  askers: readonly Asker[],
  free: ReadonlySet<Medium>,
  own: readonly (readonly Medium[])[],
  give: Give,
): void {
  const ofBase = Map.groupBy(free, ({ base }) => base);
  const byKey = Map.groupBy(free, ({ base, key }) => `${base}\n${key}`);
  const byCounted = Map.groupBy(free, ({ base, counted }) => `${base}\n${counted}`);
  const askersOf = Map.groupBy(askers, ({ base }) => base);
  const wishes = askers.map(({ prompt, name }) => [...new Set([squash(prompt), squash(name)])]);
  const lastOf = new Map(
    askers.map(({ base }, nth) => [`${base}\n${wishes[nth]?.[0] ?? ''}`, nth]),
  );
  askers.forEach((asker, nth) => {
    const { base } = asker;
    const wanted = wishes[nth] ?? [];
    const isOnly = askersOf.get(base)?.length === 1;
    const isShared = (lastOf.get(`${base}\n${wanted[0] ?? ''}`) ?? nth) > nth;
    const named = wanted
      .filter((name) => name !== '')
      .flatMap((name) => [
        ...(byKey.get(`${base}\n${name}`) ?? []),
        ...(byCounted.get(`${base}\n${name}`) ?? []),
        ...cutNames(name).flatMap((cut) => byCounted.get(`${base}\n${cut}`) ?? []),
      ]);
    for (const medium of new Set(isOnly ? ofBase.get(base) : named)) {
      // asked for twice: the others have the rest
      const isEnough = isShared && openRuns(asker, own[nth] ?? [], medium.modality) <= 0;
      if (free.has(medium) && !isEnough) give(nth, medium);
    }
  });
}

/** Names end where a system's limit is. */
function cutNames(name: string): string[] {
  const length = Math.max(0, Math.min(name.length, 255) - SHORTEST_CUT);
  return Array.from({ length }, (_, cut) => name.slice(0, SHORTEST_CUT + cut));
}

/** Runs of a modality for which there is no file yet. */
function openRuns({ answer }: Asker, own: readonly Medium[], modality: MediaModality): number {
  const runs = answer.parts.filter((part) => part.kind === 'run' && part.modality === modality);
  return runs.length - own.filter((medium) => medium.modality === modality).length;
}

/** An answer often says what it shows, in the words of the prompt. */
function giveByMention(askers: readonly Asker[], free: ReadonlySet<Medium>, give: Give): void {
  if (free.size * askers.length > MOST_MENTIONS) return;
  const texts = askers.map(({ text }) => squash(text));
  for (const medium of [...free]) {
    if (medium.counted.length < SHORTEST_MENTION) continue;
    const tellers = texts.flatMap((text, nth) =>
      askers[nth]?.base === medium.base && text.includes(medium.counted) ? [nth] : [],
    );
    const [teller] = tellers;
    if (tellers.length === 1 && teller !== undefined) give(teller, medium);
  }
}

function giveByOrder(
  askers: readonly Asker[],
  free: ReadonlySet<Medium>,
  own: readonly (readonly Medium[])[],
  give: Give,
): Set<number> {
  const guessed = new Set<number>();
  for (const left of Map.groupBy(free, ({ base, modality }) => `${base}\n${modality}`).values()) {
    const [{ base, modality } = { base: '', modality: 'image' as const }] = left;
    const places = askers.flatMap((asker, nth) =>
      asker.base === base
        ? Array.from({ length: Math.max(0, openRuns(asker, own[nth] ?? [], modality)) }, () => nth)
        : [],
    );
    if (places.length !== left.length) continue;
    left.forEach((medium, index) => {
      const nth = places[index] ?? 0;
      guessed.add(nth);
      give(nth, medium);
    });
  }
  return guessed;
}
