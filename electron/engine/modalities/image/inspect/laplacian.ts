import type { Plane } from '../../../media/decode/colour-image.ts';
import { mirror } from '../contrast-normalise.ts';

/**
 * Variance of the 3 × 3 Laplacian [0 1 0; 1 −4 1; 0 1 0], in squared grey levels; low when blurred,
 * but also when the contrast is low.
 *
 * @param plane  0..255, at the original size; borders are mirrored without repeating the edge
 * @source Pech-Pacheco et al. 2000; the same figure as cv2.Laplacian(grey, CV_64F).var()
 */
export function laplacianVariance({ width, height, data }: Plane): number {
  let sum = 0;
  let squares = 0;
  for (let y = 0; y < height; y++) {
    const row = y * width;
    const above = mirror(y - 1, height) * width;
    const below = mirror(y + 1, height) * width;
    for (let x = 0; x < width; x++) {
      const left = x > 0 ? x - 1 : mirror(-1, width);
      const right = x + 1 < width ? x + 1 : mirror(width, width);
      const value =
        data[above + x]! +
        data[below + x]! +
        data[row + left]! +
        data[row + right]! -
        4 * data[row + x]!;
      sum += value;
      squares += value * value;
    }
  }
  const count = width * height;
  return squares / count - (sum / count) ** 2;
}
