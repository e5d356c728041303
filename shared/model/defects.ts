import { z } from 'zod';

/** Every kind of defect that a 3D model may show, the gravest first; what is shown, not scored. */
export const DEFECT_KINDS = [
  'boundary-edges',
  'non-manifold-edges',
  'non-manifold-vertices',
  'flipped-faces',
  'inside-out',
  'degenerate-faces',
  'duplicate-faces',
  'unreferenced-vertices',
  'components', // where there is more than one
  'outliers',
  'duplicate-points',
] as const;
export const DefectKindId = z.enum(DEFECT_KINDS);
export type DefectKindId = z.infer<typeof DefectKindId>;

/** Little-endian numbers in base64. */
const Base64 = z.string();

/** Where the defects of a kind are, in the model's own space, relative to `origin`. */
export const DefectKind = z.object({
  id: DefectKindId,
  /** e.g. `Boundary edges`. */
  label: z.string(),
  /** What it means, a sentence. */
  hint: z.string(),
  /** How many the model has. */
  total: z.int().min(0),
  /** How many of them are given here; of components their triangles may be fewer than the model's. */
  shown: z.int().min(0),
  /** 32-bit floats, 9 a triangle. */
  triangles: Base64.optional(),
  /** 32-bit floats, 6 a line. */
  segments: Base64.optional(),
  /** 32-bit floats, 3 a point. */
  points: Base64.optional(),
  /** Of components: 32-bit unsigned number of each triangle's, 0 being the largest one. */
  groups: Base64.optional(),
});
export type DefectKind = z.infer<typeof DefectKind>;

/** All defects of a model that can be shown in it. */
export const ModelDefects = z.object({
  /** Added to every coordinate; so far from zero that 32 bits do not reach. */
  origin: z.tuple([z.number(), z.number(), z.number()]).readonly(),
  /** Only kinds of which there are some, in the order of `DEFECT_KINDS`. */
  kinds: z.array(DefectKind),
  /** About the file and how it was looked at. */
  notes: z.array(z.string()),
});
export type ModelDefects = z.infer<typeof ModelDefects>;
