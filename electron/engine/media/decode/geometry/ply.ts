// Vertices of a PLY file: text, little-endian or big-endian, with any other elements and lists round
// them. The official code reads every PLY as a point cloud, so its faces are of no interest here.
import { GeometryError, type PointCloud } from './geometry.ts';
import { parsePlyHeader, type PlyElement, type PlyHeader, type PlyProperty } from './ply-header.ts';
import { TextScanner } from './text-scanner.ts';

const AXES = ['x', 'y', 'z'] as const;

/** @throws GeometryError when the header or the data cannot be read */
export function readPly(bytes: Buffer): PointCloud {
  const header = parsePlyHeader(bytes);
  const vertex = header.elements.find((element) => element.name === 'vertex');
  if (vertex === undefined) throw new GeometryError('The PLY header names no vertices.');
  if (!AXES.every((axis) => vertex.properties.some((p) => p.name === axis && !p.countType))) {
    throw new GeometryError('The PLY vertices have no x, y and z.');
  }
  const positions =
    header.format === 'ascii' ? readText(bytes, header) : readBinary(bytes, header, vertex);
  return { kind: 'cloud', positions };
}

const cutOff = (element: PlyElement, read: number): GeometryError =>
  new GeometryError(
    `The PLY file is cut off: ${read} of ${element.count} "${element.name}" entries are there.`,
  );

const axisOf = (property: PlyProperty): number =>
  property.countType === undefined ? AXES.indexOf(property.name as (typeof AXES)[number]) : -1;

function readText(bytes: Buffer, header: PlyHeader): Float64Array {
  const scanner = new TextScanner(bytes, header.dataStart);
  let hasLine = scanner.skipToToken();
  for (const element of header.elements) {
    if (element.name !== 'vertex') {
      for (let i = 0; i < element.count && hasLine; i++) hasLine = scanner.nextLine();
      continue;
    }
    const axes = element.properties.map(axisOf);
    const last = Math.max(axes.indexOf(0), axes.indexOf(1), axes.indexOf(2));
    const positions = new Float64Array(element.count * 3);
    for (let i = 0; i < element.count; i++) {
      if (!hasLine) throw cutOff(element, i);
      for (let p = 0; p <= last; p++) {
        const axis = axes[p]!;
        const value = scanner.number();
        if (axis >= 0) positions[3 * i + axis] = value;
        else if (element.properties[p]!.countType !== undefined) {
          for (let n = 0; n < value; n++) scanner.number();
        }
      }
      hasLine = scanner.nextLine();
    }
    return positions;
  }
  return new Float64Array(0);
}

function readBinary(bytes: Buffer, header: PlyHeader, vertex: PlyElement): Float64Array {
  const isLittle = header.format === 'binary_little_endian';
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const positions = new Float64Array(vertex.count * 3);
  let at = header.dataStart;
  for (const element of header.elements) {
    const steps = element.properties.map((property) => ({ property, axis: axisOf(property) }));
    const isVertex = element === vertex;
    for (let i = 0; i < element.count; i++) {
      for (const { property, axis } of steps) {
        const { type, countType } = property;
        let length = type.bytes;
        if (countType !== undefined) {
          if (at + countType.bytes > bytes.length) throw cutOff(element, i);
          length *= countType.read(view, at, isLittle);
          at += countType.bytes;
        }
        if (length < 0 || at + length > bytes.length) throw cutOff(element, i);
        if (isVertex && axis >= 0) positions[3 * i + axis] = type.read(view, at, isLittle);
        at += length;
      }
    }
    if (isVertex) return positions;
  }
  return positions;
}
