import { seededRandom } from '../rng.ts';
import { drawing, line, rect, type Drawing } from './svg.ts';

/** A square of floor boards that repeats seamlessly. */
export function woodTexture(
  tone: readonly string[] = ['#c99a66', '#b98652', '#d3a876', '#c08f5c'],
): Drawing {
  const random = seededRandom(5);
  const parts: string[] = [];
  const board = 64;
  for (let row = 0; row < 4; row++) {
    const joint = (row * 97) % 256;
    parts.push(rect(0, row * board, 256, board, { fill: tone[row % tone.length] }));
    for (let i = 0; i < 9; i++) {
      const y = row * board + 4 + random() * (board - 8);
      parts.push(
        line(0, y, 256, y, { stroke: '#7a4f2a', strokeWidth: 0.6 + random(), opacity: 0.22 }),
      );
    }
    parts.push(
      line(joint, row * board, joint, (row + 1) * board, { stroke: '#6b4526', strokeWidth: 2 }),
    );
    parts.push(line(0, row * board, 256, row * board, { stroke: '#6b4526', strokeWidth: 2 }));
  }
  return drawing(256, 256, parts);
}
