/** How the vertices of a primitive make triangles. */
export const MODES = { points: 0, triangles: 4, strip: 5, fan: 6 } as const;

/** True for primitives that have faces. */
export const isSurface = (mode: number): boolean => mode >= MODES.triangles;

/** How many triangles so many vertices make; those left over make none. */
export function countTriangles(mode: number, vertices: number): number {
  return mode === MODES.triangles ? Math.floor(vertices / 3) : Math.max(0, vertices - 2);
}

/**
 * Writes a primitive's triangles.
 *
 * @param vertexOf  vertex number of each place in the primitive's order
 * @param isMirrored  turns each face round, as a mirroring transform asks
 * @param into  three numbers a face, beginning at `at`
 * @returns where the next face goes
 */
export function writeTriangles(
  mode: number,
  count: number,
  vertexOf: (place: number) => number,
  isMirrored: boolean,
  into: Uint32Array,
  at: number,
): number {
  const triangles = countTriangles(mode, count);
  let next = at;
  for (let i = 0; i < triangles; i++) {
    const [a, b, c] =
      mode === MODES.triangles
        ? [3 * i, 3 * i + 1, 3 * i + 2]
        : mode === MODES.strip
          ? [i, i + 1 + (i % 2), i + 2 - (i % 2)]
          : [i + 1, i + 2, 0];
    into[next] = vertexOf(a);
    into[next + 1] = vertexOf(isMirrored ? c : b);
    into[next + 2] = vertexOf(isMirrored ? b : c);
    next += 3;
  }
  return next;
}
