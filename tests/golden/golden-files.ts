import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8'));

/** Path of a golden medium, e.g. `image/flat.png`. */
export const goldenPath = (name: string): string =>
  fileURLToPath(new URL(`media/${name}`, import.meta.url));

interface ImageGolden {
  readonly score: number;
  readonly brisque: number;
  readonly brisque_features_scale1: number[];
  readonly brisque_features_scale2: number[];
  readonly gray_sum: number;
  readonly gray_half_sum: number;
  readonly bgr_sum: [number, number, number];
  readonly mscn: { readonly mean: number; readonly rms: number };
  readonly clean_time: { readonly evaluate_s: number };
}

interface GqGoldens {
  readonly image: Readonly<Record<string, ImageGolden>>;
}

/** What the official code printed; see the README of this folder. */
export const goldens = read('gq.json') as GqGoldens; // our own file, checked by the tests that read it
