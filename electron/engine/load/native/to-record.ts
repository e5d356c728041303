// A mapped sample as a record in the UniM format, and which files go where beside it.
import { basename, extname } from 'node:path';
import { MODALITIES } from '../../../../shared/model/modality.ts';
import type { NativeItemState, NativeRow } from '../../../../shared/model/native.ts';
import { itemsOf } from './account.ts';
import type { Mapped } from './map-samples.ts';
import type { NativeTarget } from './targets.ts';
import { samplePath, type NativeItem, type NativePart } from './types.ts';

/** How an item comes into the predictions. */
export interface PlannedItem {
  readonly tag: string;
  readonly item: NativeItem;
  /** Path below the folder for files, with `/`; absent for code, and where there is no file. */
  readonly place?: string;
}

export interface PlannedRecord {
  readonly target: NativeTarget;
  readonly sample: string;
  readonly content: string;
  readonly items: readonly PlannedItem[];
}

/** The record of a sample: numbers go on behind the input's. */
export function planRecord({
  sample,
  target,
}: Extract<Mapped, { target: unknown }>): PlannedRecord {
  const tagOf = (item: NativeItem) =>
    `${item.modality}${(target.input[item.modality] ?? 0) + item.index + 1}`;
  const items = itemsOf(sample).map((item): PlannedItem => {
    const tag = tagOf(item);
    if (item.files.length === 0 || item.as === 'inline') return { tag, item };
    return { tag, item, place: placeOf(item, target, tag) };
  });
  return { target, sample: samplePath(sample), content: contentOf(sample.parts, tagOf), items };
}

function contentOf(parts: readonly NativePart[], tagOf: (item: NativeItem) => string): string {
  return parts.map((part) => (part.kind === 'text' ? part.text : `<${tagOf(part.item)}>`)).join('');
}

/** Laid out as the release: `<field>/<subdomain>/<modality>/<prefix>_<id>_<number>.<extension>`. */
function placeOf(item: NativeItem, target: NativeTarget, tag: string): string {
  const { folder, filePrefix } = MODALITIES[item.modality];
  const number = tag.slice(item.modality.length).padStart(2, '0');
  const ordinal = target.ordinal > 1 ? `-${target.ordinal}` : '';
  const id = `${safe(target.id).padStart(4, '0')}${ordinal}`;
  const below = `${safe(target.field)}/${safe(target.subdomain)}/${folder}`;
  const stem = `${filePrefix}_${id}_${number}`;
  const [first = ''] = item.files;
  if (item.as === 'join') return `${below}/${stem}.mp4`;
  // a mesh names its material by file name: those that belong together keep theirs
  if (item.files.length > 1) return `${below}/${stem}/${basename(first)}`;
  return `${below}/${stem}${extname(first).toLowerCase()}`;
}

/** A part of a key as a part of a path. */
function safe(part: string): string {
  const clean = part.replace(/[^\p{L}\p{N}._-]+/gu, '_').replace(/^\.+/, '_');
  return clean === '' ? '_' : clean.slice(0, 80);
}

const EXCERPT_LENGTH = 400;

/** A sample as it is shown before anything is written. */
export function previewRow(mapped: Mapped): NativeRow {
  if ('target' in mapped) {
    const { content, items } = planRecord(mapped);
    const { key } = mapped.target;
    return {
      sample: samplePath(mapped.sample),
      key,
      content: shorten(content),
      items: items.map(rowItem),
    };
  }
  const content = contentOf(
    mapped.sample.parts,
    ({ modality, index }) => `${modality}${index + 1}`,
  );
  const { reason } = mapped;
  return { sample: samplePath(mapped.sample), reason, content: shorten(content), items: [] };
}

function shorten(text: string): string {
  return text.length <= EXCERPT_LENGTH ? text : `${text.slice(0, EXCERPT_LENGTH)}…`;
}

function rowItem({ tag, item }: PlannedItem): NativeRow['items'][number] {
  const files = item.files.map((path) => basename(path));
  return { tag, modality: item.modality, state: stateOf(item), files };
}

function stateOf({ files, markers, as }: NativeItem): NativeItemState {
  if (files.length === 0) return 'missing';
  if (markers.length === 0) return 'orphan';
  return as === 'copy' ? 'file' : as === 'join' ? 'joined' : 'inline';
}
