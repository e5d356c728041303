import { z } from 'zod';
import type { GltfDocument, Primitive } from './document.ts';

/** Vertices of one primitive among all. */
export interface ColouredPart {
  readonly primitive: Primitive;
  readonly base: number;
  readonly vertices: number;
}

const Material = z.object({
  pbrMetallicRoughness: z.object({
    baseColorFactor: z.tuple([z.number(), z.number(), z.number()]).rest(z.number()),
    baseColorTexture: z.undefined().optional(),
  }),
});
const DEFAULT = 178; // of parts without a colour beside parts that have one

/**
 * Colours of the vertices by the plain colours of their materials: red, green, blue, each 0..255, sRGB.
 * Textures are passed over.
 *
 * @returns undefined where no material has a plain colour
 */
export function materialColours(
  { materials }: GltfDocument,
  parts: readonly ColouredPart[],
  vertices: number,
): Uint8Array | undefined {
  const plain = materials.map((material) => {
    const parsed = Material.safeParse(material);
    return parsed.success
      ? parsed.data.pbrMetallicRoughness.baseColorFactor.slice(0, 3).map(toSrgb)
      : undefined;
  });
  const colourOf = ({ primitive: { material } }: ColouredPart) =>
    material === undefined ? undefined : plain[material];
  if (parts.every((part) => colourOf(part) === undefined)) return undefined;
  const colours = new Uint8Array(vertices * 3).fill(DEFAULT);
  for (const part of parts) {
    const colour = colourOf(part);
    if (colour === undefined) continue;
    const end = 3 * (part.base + part.vertices);
    for (let at = 3 * part.base; at < end; at += 3) colours.set(colour, at);
  }
  return colours;
}

/** Factors are linear light. */
function toSrgb(linear: number): number {
  const value = Math.min(1, Math.max(0, linear));
  const encoded = value <= 0.0031308 ? 12.92 * value : 1.055 * value ** (1 / 2.4) - 0.055;
  return Math.round(encoded * 255);
}
