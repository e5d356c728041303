import { z } from 'zod';

/**
 * A handle to one media file inside the opened folders. The bytes never cross the API: a transport
 * turns `id` into `media://…` or `/media/…`, both with byte ranges.
 */
export const MediaRef = z.object({
  /** Opaque and URL-safe; stable for a file while the project is open. */
  id: z.string(),
  /** Base name, for people and for choosing a viewer. */
  name: z.string(),
  /** Lower-case extension without the dot; `''` when there is none. */
  extension: z.string(),
  mimeType: z.string(),
});
export type MediaRef = z.infer<typeof MediaRef>;

/**
 * What a `modal` value turned out to be.
 *
 * - `file`: found; `siblings` are the other files of the same stem that belong to it (quirk 12: .obj
 *   with .mtl and textures), which a 3D viewer loads with it;
 * - `inline`: the value itself is the content: code, or a caption given as a value (quirk 15);
 * - `missing`: no file in any of the places looked at; `url`: on a host, never fetched unasked;
 * - `refused`: a path that leaves the opened folders.
 */
export const MediaState = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('file'),
    ref: MediaRef,
    path: z.string(),
    siblings: z.array(MediaRef).optional(),
  }),
  z.object({ kind: z.literal('inline'), text: z.string(), language: z.string().optional() }),
  z.object({ kind: z.literal('missing'), value: z.string(), tried: z.array(z.string()) }),
  z.object({ kind: z.literal('url'), url: z.string(), host: z.string() }),
  z.object({ kind: z.literal('refused'), value: z.string(), reason: z.string() }),
]);
export type MediaState = z.infer<typeof MediaState>;

/** Facts about a media file, read from its header and size without decoding it. */
export const MediaFacts = z.object({
  sizeBytes: z.int().min(0),
  /** What the bytes are, from their signature; may contradict the extension (quirk 14). */
  detectedType: z.string().optional(),
  /** Why the file cannot be shown, when already the header says so; a sentence for people. */
  broken: z.string().optional(),
  /** Something to know that does not keep it from being shown, e.g. a wrong extension. */
  warnings: z.array(z.string()),
  widthPx: z.int().optional(),
  heightPx: z.int().optional(),
  durationMs: z.number().optional(),
  sampleRateHz: z.number().optional(),
  channels: z.int().optional(),
  /** Of a mesh or point cloud, where the header says so. */
  vertices: z.int().optional(),
  faces: z.int().optional(),
  /** What else the header says, for people: colour, camera, exposure (EXIF); most telling first. */
  details: z.array(z.object({ label: z.string(), value: z.string() })).optional(),
});
export type MediaFacts = z.infer<typeof MediaFacts>;
