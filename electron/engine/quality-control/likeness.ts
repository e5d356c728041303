// From words and prints to findings: which records are alike, and by what. Pure.
import type { ModalityId } from '../../../shared/model/modality.ts';
import type { QcFinding } from '../../../shared/model/quality-control.ts';
import type { WordSet } from '../../../shared/interleave/align/words.ts';
import type { DatasetItem } from '../db/qc-records.ts';
import { soundsAlike } from '../media/alike/sounds-alike.ts';
import { findAlikePictures } from './alike-pictures.ts';
import { findAlikeTexts } from './alike-texts.ts';
import type { Prints } from './print-media.ts';

/** Kinds of findings that come from here; made anew for all records at once. */
export const LIKENESS_KINDS = ['alike-text', 'alike-image', 'alike-audio', 'same-file'] as const;
type LikenessKind = (typeof LIKENESS_KINDS)[number];

export type KeyedFinding = readonly [key: string, finding: QcFinding];

const MOST_NAMED = 12;

/** @param words  of records by key */
export function alikeByText(words: ReadonlyMap<string, WordSet>): KeyedFinding[] {
  const keys = [...words.keys()];
  const found = new Map<string, { readonly other: string; readonly likeness: number }[]>();
  for (const { a, b, likeness } of findAlikeTexts([...words.values()])) {
    const [one, two] = [keys[a] ?? '', keys[b] ?? ''];
    found.set(one, [...(found.get(one) ?? []), { other: two, likeness }]);
    found.set(two, [...(found.get(two) ?? []), { other: one, likeness }]);
  }
  return [...found].map(([key, alike]) => {
    const best = alike.toSorted((a, b) => b.likeness - a.likeness);
    const others = best.map(({ other }) => other);
    const share = Math.floor((best[0]?.likeness ?? 0) * 100);
    const what = share === 100 ? 'The same words as' : `${share} % of the words are those of`;
    return finding(key, 'alike-text', 'warning', `${what} ${nameThem(others)}.`, others);
  });
}

/** An item of the dataset, and what it is to be. */
export type LikeItem = DatasetItem & { readonly modality: ModalityId };

/** @param items  every item with a file; `prints` by path */
export function alikeByMedia(items: readonly LikeItem[], prints: Prints): KeyedFinding[] {
  return [
    ...findSamePaths(items),
    ...findSamePrints(items, prints),
    ...findNear(items, prints, 'image', nearPictures),
    ...findNear(items, prints, 'audio', nearSounds),
  ];
}

/** One file that several records name. */
function findSamePaths(items: readonly LikeItem[]): KeyedFinding[] {
  return [...Map.groupBy(items, ({ path }) => path).values()].flatMap((group) =>
    tellAll(group, [], {
      ...{ kind: 'same-file', severity: 'info', of: 'an item of ' },
      say: (tag) => `"${tag}" names the same file as`,
    }),
  );
}

/** Files of the same bytes, of modalities that are not looked at or heard. */
function findSamePrints(items: readonly LikeItem[], prints: Prints): KeyedFinding[] {
  const others = items.filter(({ modality }) => modality !== 'image' && modality !== 'audio');
  const groups = Map.groupBy(onePerPath(others, prints), ({ print }) => print);
  return [...groups.values()].flatMap((group) => {
    if (group.length < 2) return [];
    const alike = group.flatMap(({ own }) => own);
    return tellAll(alike, [], {
      ...{ kind: 'same-file', severity: 'warning', of: 'one of ' },
      say: (tag) => `"${tag}" has the same bytes as`,
    });
  });
}

interface Printed {
  readonly print: string;
  readonly own: readonly LikeItem[];
}

/** Prints that are not empty, with the items of all files that have them. */
function onePerPath(items: readonly LikeItem[], prints: Prints): Printed[] {
  const groups = Map.groupBy(items, ({ path }) => path);
  return [...groups].flatMap(([path, own]) => {
    const print = prints.get(path) ?? '';
    return print === '' ? [] : [{ print, own }];
  });
}

/** Files that look or sound alike, but for those that are one file. */
function findNear(
  items: readonly LikeItem[],
  prints: Prints,
  modality: 'image' | 'audio',
  near: (prints: readonly string[]) => (readonly [number, number])[],
): KeyedFinding[] {
  const ofKind = items.filter((item) => item.modality === modality);
  const byPrint = [...Map.groupBy(onePerPath(ofKind, prints), ({ print }) => print).values()];
  const itemsAt = byPrint.map((group) => group.flatMap(({ own }) => own));
  const nearTo = new Map<number, number[]>();
  for (const [a, b] of near(byPrint.map(([first]) => first?.print ?? ''))) {
    nearTo.set(a, [...(nearTo.get(a) ?? []), b]);
    nearTo.set(b, [...(nearTo.get(b) ?? []), a]);
  }
  const verb = modality === 'audio' ? 'sounds like' : 'looks like';
  return itemsAt.flatMap((own, at) => {
    const others = (nearTo.get(at) ?? []).flatMap((index) => itemsAt[index] ?? []);
    const isOneFile = new Set(own.map(({ path }) => path)).size === 1;
    if (others.length === 0 && isOneFile) return [];
    const kind = modality === 'image' ? 'alike-image' : 'alike-audio';
    return tellAll(own, others, {
      ...{ kind, severity: 'warning', of: 'one of ' },
      say: (tag) => `"${tag}" ${verb}`,
    });
  });
}

const nearPictures = (prints: readonly string[]) => findAlikePictures(prints);

/** By length: only sounds of about one length are compared. */
function nearSounds(prints: readonly string[]): (readonly [number, number])[] {
  const read = prints
    .map((print, index) => {
      const cut = print.indexOf(':');
      return { index, durationMs: Number(print.slice(0, cut)), bits: print.slice(cut + 1) };
    })
    .sort((a, b) => a.durationMs - b.durationMs);
  const pairs: (readonly [number, number])[] = [];
  read.forEach((one, at) => {
    for (let next = at + 1; next < read.length; next++) {
      const other = read[next];
      if (other === undefined || other.durationMs > one.durationMs * 1.03 + 200) break;
      if (soundsAlike(one, other)) pairs.push([one.index, other.index]);
    }
  });
  return pairs;
}

/**
 * Tells each record of a group of the others; items of one record are told of, too.
 *
 * @param say  how the sentence begins that goes on with an item, or with `of` and a record
 */
function tellAll(
  group: readonly LikeItem[],
  more: readonly LikeItem[],
  { kind, severity, say, of }: Telling,
): KeyedFinding[] {
  const all = [...group, ...more];
  if (all.length < 2) return [];
  return group.map((item) => {
    const alike = all.filter((other) => other !== item);
    const elsewhere = [...new Set(alike.map(({ key }) => key))].filter((key) => key !== item.key);
    const here = alike.filter(({ key }) => key === item.key).map(({ tag }) => `"${tag}"`);
    const named = [
      ...(here.length === 0 ? [] : [`${here.join(' and ')} of the same record`]),
      ...(elsewhere.length === 0 ? [] : [`${of}${nameThem(elsewhere)}`]),
    ];
    const message = `${say(item.tag)} ${named.join(', and ')}.`;
    return finding(item.key, kind, severity, message, elsewhere);
  });
}

interface Telling {
  readonly kind: LikenessKind;
  readonly severity: QcFinding['severity'];
  readonly say: (tag: string) => string;
  readonly of: string;
}

function nameThem(keys: readonly string[]): string {
  const [first = ''] = keys;
  const more = keys.length - 1;
  return more === 0 ? `"${first}"` : `"${first}" and ${more} more`;
}

function finding(
  key: string,
  kind: LikenessKind,
  severity: QcFinding['severity'],
  message: string,
  others: readonly string[],
): KeyedFinding {
  return [key, { kind, severity, message, others: others.slice(0, MOST_NAMED) }];
}
