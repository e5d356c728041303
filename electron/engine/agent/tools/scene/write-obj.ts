import type { ColouredMesh } from './build-scene.ts';

/** Wavefront OBJ in one file: the colours stand behind the corners, as most programs read them. */
export function writeObj(meshes: readonly ColouredMesh[]): string {
  const lines = ['# UniM Loupe'];
  let first = 1;
  for (const { colour, positions, faces } of meshes) {
    const rgb = [1, 3, 5].map((at) =>
      (Number.parseInt(colour.slice(at, at + 2), 16) / 255).toFixed(4),
    );
    lines.push(`g colour_${colour.slice(1)}`);
    for (let at = 0; at < positions.length; at += 3) {
      const place = positions.slice(at, at + 3).map((value) => Number(value.toFixed(6)));
      lines.push(`v ${place.join(' ')} ${rgb.join(' ')}`);
    }
    for (let at = 0; at < faces.length; at += 3) {
      lines.push(
        `f ${faces
          .slice(at, at + 3)
          .map((corner) => corner + first)
          .join(' ')}`,
      );
    }
    first += positions.length / 3;
  }
  return `${lines.join('\n')}\n`;
}
