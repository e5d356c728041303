// Models that cannot be drawn as they are, and models of two sizes; made for each run.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TriangleMesh } from '../../../../electron/engine/media/decode/geometry/geometry.ts';
import { makeSphere, objText } from '../../../builders/make-mesh.ts';

const CLOUD_POINTS = 5_000_000;

export async function writeBadModels(dir: string): Promise<void> {
  const sphere = makeSphere(12, 18);
  const files: Record<string, string | Buffer> = {
    'ball.obj': objText(sphere),
    'ball-3.obj': objText(scaled(sphere, 3)),
    // three triangles, one of them at a vertex that is nowhere
    'nan.obj': 'v 0 0 0\nv 1 0 0\nv 0 1 0\nv nan 1 0\nv 1 1 1\nf 1 2 3\nf 2 4 3\nf 2 5 3\n',
    'nowhere.ply': plyText(['nan 0 0', 'nan nan 0', 'inf 0 0']),
    'no-faces.off': 'OFF\n4 0 0\n0 0 0\n1 0 0\n0 1 0\n0 0 1\n',
    'no-faces.stl': Buffer.alloc(84),
    'nothing.obj': '# nothing\n',
    'five-million.ply': largeCloud(),
  };
  await Promise.all(
    Object.entries(files).map(([name, content]) => writeFile(join(dir, name), content)),
  );
}

const scaled = ({ kind, positions, faces }: TriangleMesh, by: number): TriangleMesh => ({
  kind,
  positions: positions.map((value) => value * by),
  faces,
});

const plyText = (points: readonly string[]) =>
  `ply\nformat ascii 1.0\nelement vertex ${points.length}\nproperty float x\nproperty float y\nproperty float z\nend_header\n${points.join('\n')}\n`;

/** Points on a ring that winds up, in the order of the file. */
function largeCloud(): Buffer {
  const header = `ply\nformat binary_little_endian 1.0\nelement vertex ${CLOUD_POINTS}\nproperty float x\nproperty float y\nproperty float z\nend_header\n`;
  const places = new Float32Array(CLOUD_POINTS * 3);
  for (let i = 0; i < CLOUD_POINTS; i++) {
    const turn = i * 0.001;
    places[i * 3] = Math.cos(turn);
    places[i * 3 + 1] = i / CLOUD_POINTS;
    places[i * 3 + 2] = Math.sin(turn);
  }
  return Buffer.concat([Buffer.from(header), Buffer.from(places.buffer)]);
}
