// Faces of a PLY file. The official quality reads every PLY as a point cloud, so only those who want
// the surface come here.
import { GeometryError, type Geometry } from './geometry.ts';
import { MeshBuilder } from './mesh-builder.ts';
import { parsePlyHeader, type PlyElement, type PlyHeader, type PlyProperty } from './ply-header.ts';
import { readPlyColours } from './ply-colours.ts';
import { readPly } from './ply.ts';
import { TextScanner } from './text-scanner.ts';

/**
 * Reads a PLY file as what it holds: a mesh where it has faces, else a point cloud.
 *
 * @throws GeometryError when the header or the data cannot be read
 */
export function readPlySurface(bytes: Buffer): Geometry {
  const bare = readPly(bytes); // throws where data are missing
  const colours = coloursOf(bytes);
  const cloud = { ...bare, ...colours };
  const header = parsePlyHeader(bytes);
  const face = header.elements.find(({ name, count }) => name === 'face' && count > 0);
  const list = face?.properties.find(isCornerList);
  if (face === undefined || list === undefined) return cloud;
  const mesh = new MeshBuilder(cloud.positions);
  if (header.format === 'ascii') readText(bytes, header, face, list, mesh);
  else readBinary(bytes, header, face, list, mesh);
  return { ...mesh.build(), ...colours };
}

function coloursOf(bytes: Buffer): { colours?: Uint8Array } {
  const colours = readPlyColours(bytes);
  return colours === undefined ? {} : { colours };
}

const isCornerList = ({ name, countType }: PlyProperty): boolean =>
  countType !== undefined && (name === 'vertex_indices' || name === 'vertex_index');

const cutOff = (face: PlyElement, read: number): GeometryError =>
  new GeometryError(`The PLY file is cut off: ${read} of ${face.count} "face" entries are there.`);

function readText(
  bytes: Buffer,
  header: PlyHeader,
  face: PlyElement,
  list: PlyProperty,
  mesh: MeshBuilder,
): void {
  const scanner = new TextScanner(bytes, header.dataStart);
  let hasLine = scanner.skipToToken();
  for (const element of header.elements) {
    for (let i = 0; i < element.count; i++) {
      if (!hasLine) throw cutOff(face, element === face ? i : 0);
      if (element === face) readTextFace(scanner, face, list, mesh);
      hasLine = scanner.nextLine();
    }
    if (element === face) return;
  }
}

function readTextFace(
  scanner: TextScanner,
  face: PlyElement,
  list: PlyProperty,
  mesh: MeshBuilder,
): void {
  for (const property of face.properties) {
    const length = property.countType === undefined ? 1 : scanner.number();
    if (property === list) mesh.beginPolygon();
    for (let n = 0; n < length; n++) {
      const value = scanner.number();
      if (Number.isNaN(value))
        throw new GeometryError('A PLY face has fewer corners than it says.');
      if (property === list) mesh.corner(value);
    }
    if (property === list) return;
  }
}

function readBinary(
  bytes: Buffer,
  header: PlyHeader,
  face: PlyElement,
  list: PlyProperty,
  mesh: MeshBuilder,
): void {
  const isLittle = header.format === 'binary_little_endian';
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = header.dataStart;
  for (const element of header.elements) {
    for (let i = 0; i < element.count; i++) {
      for (const property of element.properties) {
        const { type, countType } = property;
        let length = 1;
        if (countType !== undefined) {
          if (at + countType.bytes > bytes.length) throw cutOff(face, element === face ? i : 0);
          length = countType.read(view, at, isLittle);
          at += countType.bytes;
        }
        const after = at + length * type.bytes;
        if (!(length >= 0) || after > bytes.length) throw cutOff(face, element === face ? i : 0);
        if (element === face && property === list) {
          mesh.beginPolygon();
          for (; at < after; at += type.bytes) mesh.corner(type.read(view, at, isLittle));
        }
        at = after;
      }
    }
    if (element === face) return;
  }
}
