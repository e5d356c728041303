import { MODALITIES, type ModalityId } from '../model/modality.ts';
import type { ModalityCounts, Segment, TagRole, TagSegment } from '../model/content.ts';
import { parseContent, parseTagName, type RawTag } from './parse.ts';

/** What decides the role of a tag: the entries of its own side and those of the other. */
export interface SequenceContext {
  readonly side: 'input' | 'output';
  /** Canonical tags of this side's `modal` entries, in the order in which they stand. */
  readonly ownTags: readonly string[];
  /** Canonical tags of the other side: the input's for an answer, the reference's for a task. */
  readonly otherTags: readonly string[];
  /** What counts as an item; distinct items when absent. */
  readonly counting?: Counting;
}

/**
 * `items`: a tag that stands twice is one item, and an entry without a tag is one. `tagOccurrences`:
 * every tag that stands in the content counts as often as it stands; what has no tag does not.
 */
export type Counting = 'items' | 'tagOccurrences';

/** Segments with roles, and what follows from them. */
export interface InterleavedSequence {
  readonly segments: Segment[];
  /** Generated items per counted modality (text is not counted). */
  readonly counts: ModalityCounts;
  readonly strip: string;
}

/**
 * Reads one side's content: text and tags in order, each tag with its role, entries without a tag
 * appended as orphans (quirks 18–20).
 *
 * An entry of the own side goes before one of the other: an answer that brings its own `image1`
 * has generated it, though the input has an `image1` too.
 *
 * @source arXiv:2603.05075, Response Structure Integrity; the paper gives no code for the counting.
 *   Distinct tags that do not point back to the input, and entries never tagged, equal the reference's
 *   `modal` keys on 99.7 % of real records.
 */
export function buildSequence(content: string, context: SequenceContext): InterleavedSequence {
  const own = new Set(context.ownTags);
  const other = new Set(context.otherTags);
  const seen = new Set<string>();
  const segments: Segment[] = [];
  for (const raw of parseContent(content)) {
    if (raw.kind === 'text') segments.push(raw);
    else {
      segments.push({ ...raw, role: roleOf(raw, context.side, own, other, seen) });
      seen.add(raw.tag);
    }
  }
  for (const tag of context.ownTags) {
    const name = seen.has(tag) ? undefined : parseTagName(tag);
    if (name === undefined) continue;
    seen.add(tag);
    segments.push({
      kind: 'tag',
      ...name,
      role: 'orphan',
      start: content.length,
      end: content.length,
    });
  }
  return { segments, counts: countGenerated(segments, context.counting), strip: stripOf(segments) };
}

function roleOf(
  raw: RawTag,
  side: SequenceContext['side'],
  own: ReadonlySet<string>,
  other: ReadonlySet<string>,
  seen: ReadonlySet<string>,
): TagRole {
  if (own.has(raw.tag)) return seen.has(raw.tag) ? 'repeat' : 'item';
  if (other.has(raw.tag)) return side === 'output' ? 'inputReference' : 'expectedOutput';
  return 'dangling';
}

/** Items that a side generates, per modality; what points back to the input is not generated. */
export function countGenerated(
  segments: readonly Segment[],
  counting: Counting = 'items',
): ModalityCounts {
  const counts: ModalityCounts = {};
  const counted = new Set<string>();
  for (const segment of segments) {
    if (segment.kind !== 'tag' || segment.modality === 'text') continue;
    if (segment.role === 'inputReference' || segment.role === 'expectedOutput') continue;
    if (counting === 'items' ? counted.has(segment.tag) : segment.role === 'orphan') continue;
    counted.add(segment.tag);
    counts[segment.modality] = (counts[segment.modality] ?? 0) + 1;
  }
  return counts;
}

const ROLE_MARK: Readonly<Record<TagRole, string>> = {
  item: '',
  repeat: '=',
  inputReference: '^',
  expectedOutput: '>',
  dangling: '!',
  orphan: '+',
};
const roleByMark = new Map(
  (Object.entries(ROLE_MARK) as [TagRole, string][]).map(([role, mark]) => [mark, role]),
);

/** Short form of a sequence, e.g. `T I2 T A2!`; text without a letter or digit does not show. */
export function stripOf(segments: readonly Segment[]): string {
  const parts: string[] = [];
  for (const segment of segments) {
    if (segment.kind === 'tag') parts.push(stripCode(segment));
    else if (/[\p{L}\p{N}]/u.test(segment.text) && parts.at(-1) !== 'T') parts.push('T');
  }
  return parts.join(' ');
}

function stripCode(segment: TagSegment): string {
  // `T3` would read as text in a strip, so a text item is `X3`
  const letter = segment.modality === 'text' ? 'X' : MODALITIES[segment.modality].letter;
  // `3D1` with its number behind it reads badly; a colon parts them
  const separator = segment.modality === 'threeD' ? ':' : '';
  return `${letter}${separator}${segment.number}${ROLE_MARK[segment.role]}`;
}

/** One cell of a structure strip. */
export type StripCell =
  | { readonly kind: 'text' }
  | {
      readonly kind: 'tag';
      readonly modality: ModalityId;
      readonly tag: string;
      readonly number: number;
      readonly role: TagRole;
    };

const modalityByLetter = new Map<string, ModalityId>(
  (Object.keys(MODALITIES) as ModalityId[]).map((id) => [
    id === 'text' ? 'X' : MODALITIES[id].letter,
    id,
  ]),
);

/** The inverse of {@link stripOf}; parts that are no cell are left out. */
export function parseStrip(strip: string): StripCell[] {
  return strip.split(' ').flatMap((part): StripCell[] => {
    if (part === 'T') return [{ kind: 'text' }];
    const match = /^(3D|[A-Z]):?(\d+)([=^>!+]?)$/.exec(part);
    const modality = modalityByLetter.get(match?.[1] ?? '');
    const role = roleByMark.get(match?.[3] ?? '');
    if (match === null || modality === undefined || role === undefined) return [];
    const number = Number(match[2]);
    return [{ kind: 'tag', modality, tag: `${modality}${number}`, number, role }];
  });
}
