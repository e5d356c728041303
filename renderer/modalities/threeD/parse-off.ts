// The Object File Format, which three.js has no loader for: a text header, vertices, polygons with
// optional colours. Pure; polygons become triangle fans.

/** A mesh as flat arrays, three vertices a triangle when it has colours a face, else indexed. */
export interface OffMesh {
  readonly vertices: number;
  readonly faces: number;
  /** Shape [vertices, 3]. */
  readonly positions: Float32Array;
  /** Shape [triangles, 3]; empty for a point cloud. */
  readonly triangles: Uint32Array;
  /** Shape [vertices, 3], each in [0, 1]. */
  readonly vertexColors: Float32Array | undefined;
  /** Shape [triangles, 3], each in [0, 1]. */
  readonly triangleColors: Float32Array | undefined;
}

type Color = readonly [number, number, number];
const NO_COLOR: Color = [0.72, 0.74, 0.78];

/** @throws Error with a sentence when the text is no OFF file or ends too early */
export function parseOff(text: string): OffMesh {
  const lines = dataLines(text);
  const header = /^(ST)?(C)?(N)?(4)?n?OFF(?:\s+BINARY)?\b\s*/i.exec(lines[0] ?? '');
  if (header === null) throw new Error('The first line is not “OFF”.');
  if (/BINARY/i.test(header[0])) throw new Error('Binary OFF files are not supported.');
  const rest = (lines[0] ?? '').slice(header[0].length);
  const countsAt = rest === '' ? 1 : 0;
  const [vertices, faces] = numbers(rest === '' ? lines[1] : rest);
  if (!isCount(vertices) || !isCount(faces)) {
    throw new Error('There are no counts of vertices and faces behind “OFF”.');
  }
  const first = countsAt + 1;
  const total = lines.length - first;
  if (total < vertices + faces) {
    throw new Error(`It ends after ${total} of ${vertices + faces} vertices and faces.`);
  }
  const layout = { isHomogeneous: header[4] !== undefined, hasNormals: header[3] !== undefined };
  const points = readVertices(lines, first, vertices, layout);
  return { vertices, faces, ...points, ...readFaces(lines, first + vertices, faces, vertices) };
}

function dataLines(text: string): string[] {
  return text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .map((line) => line.replace(/#.*/, '').trim())
    .filter((line) => line !== '');
}

function numbers(line: string | undefined): number[] {
  return (line ?? '').split(/\s+/).map(Number);
}

function isCount(value: number | undefined): value is number {
  return Number.isInteger(value) && (value ?? -1) >= 0;
}

function readVertices(
  lines: readonly string[],
  first: number,
  count: number,
  layout: { isHomogeneous: boolean; hasNormals: boolean },
) {
  const positions = new Float32Array(count * 3);
  let vertexColors: Float32Array | undefined;
  const colorAt = 3 + (layout.isHomogeneous ? 1 : 0) + (layout.hasNormals ? 3 : 0);
  for (let index = 0; index < count; index++) {
    const words = (lines[first + index] ?? '').split(/\s+/);
    const weight = layout.isHomogeneous ? Number(words[3]) || 1 : 1;
    for (let axis = 0; axis < 3; axis++) {
      const value = Number(words[axis]) / weight;
      if (!Number.isFinite(value)) {
        throw new Error(`Vertex ${index + 1} of ${count} is not three numbers.`);
      }
      positions[index * 3 + axis] = value;
    }
    const color = readColor(words.slice(colorAt));
    if (color === undefined) continue;
    vertexColors ??= new Float32Array(count * 3).fill(0.75);
    vertexColors.set(color, index * 3);
  }
  return { positions, vertexColors };
}

function readFaces(lines: readonly string[], first: number, count: number, vertices: number) {
  const triangles: number[] = [];
  const colors: number[] = [];
  let hasColors = false;
  for (let index = 0; index < count; index++) {
    const words = (lines[first + index] ?? '').split(/\s+/);
    const corners = Number(words[0]);
    const corner = (at: number) => {
      const value = Number(words[at + 1]);
      if (Number.isInteger(value) && value >= 0 && value < vertices) return value;
      throw new Error(`Face ${index + 1} of ${count} names vertex “${words[at + 1] ?? ''}”.`);
    };
    const color = readColor(words.slice(corners + 1));
    hasColors ||= color !== undefined;
    for (let at = 1; at + 1 < corners; at++) {
      triangles.push(corner(0), corner(at), corner(at + 1));
      colors.push(...(color ?? NO_COLOR));
    }
  }
  return {
    triangles: Uint32Array.from(triangles),
    triangleColors: hasColors ? Float32Array.from(colors) : undefined,
  };
}

/** Three or four numbers, from 0 to 255 or, where a decimal point stands, from 0 to 1. */
function readColor(words: readonly string[]): Color | undefined {
  if (words.length < 3) return undefined;
  const isFraction = words.some((word) => word.includes('.'));
  const [red = NaN, green = NaN, blue = NaN] = words
    .slice(0, 3)
    .map((word) => Number(word) / (isFraction ? 1 : 255));
  return [red, green, blue].every((part) => part >= 0 && part <= 1)
    ? [red, green, blue]
    : undefined;
}
