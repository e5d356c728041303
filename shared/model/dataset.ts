import { z } from 'zod';

/** The three fields of UniM, in the paper's order. */
export const FIELDS = {
  natural_science: { label: 'Natural science' },
  social_science: { label: 'Social science' },
  general_area: { label: 'General area' },
} as const;
export type FieldId = keyof typeof FIELDS;
export const FIELD_IDS = Object.keys(FIELDS) as readonly FieldId[];

/** `difficulty_level` of a record: 1 easy, 2 medium, 3 hard; mostly absent (quirk 6). */
export const DIFFICULTY_LABELS = { 1: 'easy', 2: 'medium', 3: 'hard' } as const;
export const Difficulty = z.union([z.literal(1), z.literal(2), z.literal(3)]);
export type Difficulty = z.infer<typeof Difficulty>;

/**
 * A field as written in a record or as a folder, brought to one spelling: lower case, underscores,
 * `general_domain` → `general_area` (quirk 7). Unknown fields are kept, so that other datasets in
 * the same format still open.
 */
export function normaliseField(raw: string): string {
  const field = raw
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_');
  return field === 'general_domain' ? 'general_area' : field;
}

/** A subdomain without the folder's number (`1_math` → `math`, quirk 8), lower case, underscores. */
export function normaliseSubdomain(raw: string): string {
  return raw
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_')
    .replace(/^\d+_(?=\D)/, '');
}

/** An id without leading zeros (`0301` → `301`, quirk 9); an id of zeros only becomes `0`. */
export function normaliseId(raw: string): string {
  return raw.trim().replace(/^0+(?=.)/, '');
}

/**
 * The key of an instance: `field/subdomain/id`, with `/ordinal` behind it from the second record of
 * the same id on (real duplicates exist, quirk 9). Stable over re-imports of the same files.
 */
export type InstanceKey = string;

/** Builds an {@link InstanceKey} from raw or normalised parts; `ordinal` counts from 1. */
export function instanceKey(
  field: string,
  subdomain: string,
  id: string,
  ordinal = 1,
): InstanceKey {
  const base = `${normaliseField(field)}/${normaliseSubdomain(subdomain)}/${normaliseId(id)}`;
  return ordinal > 1 ? `${base}/${ordinal}` : base;
}

/**
 * The combination of an instance, as its file name states it: `image+audio → image`, `text` standing
 * for a side without items. Order is that of `MODALITIES`.
 */
export function combinationLabel(input: readonly string[], output: readonly string[]): string {
  const side = (ids: readonly string[]) => (ids.length === 0 ? 'text' : ids.join('+'));
  return `${side(input)} → ${side(output)}`;
}
