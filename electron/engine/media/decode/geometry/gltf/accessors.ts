import { GeometryError } from '../geometry.ts';
import { needs, type Accessor, type GltfDocument } from './document.ts';

interface Component {
  readonly bytes: number;
  readonly read: (view: DataView, at: number) => number;
  /** Greatest value of an integer, for normalised ones. */
  readonly most?: number;
}

const COMPONENTS: Readonly<Record<number, Component>> = {
  5120: { bytes: 1, read: (view, at) => view.getInt8(at), most: 127 },
  5121: { bytes: 1, read: (view, at) => view.getUint8(at), most: 255 },
  5122: { bytes: 2, read: (view, at) => view.getInt16(at, true), most: 32_767 },
  5123: { bytes: 2, read: (view, at) => view.getUint16(at, true), most: 65_535 },
  5125: { bytes: 4, read: (view, at) => view.getUint32(at, true), most: 4_294_967_295 },
  5126: { bytes: 4, read: (view, at) => view.getFloat32(at, true) },
};
const UNSIGNED = [5121, 5123, 5125];
const SIZES: Readonly<Record<string, number>> = { SCALAR: 1, VEC3: 3 };
const MESHOPT = ['EXT_meshopt_compression', 'KHR_meshopt_compression'];

/** Reads accessors of a document whose buffers are there. */
export interface AccessorReader {
  /** x, y, z of each vertex. */
  readonly positions: (index: number) => Float64Array;
  readonly indices: (index: number) => Uint32Array;
}

/** Numbers of the buffers that accessors are made of. */
export function buffersOf(document: GltfDocument, accessors: Iterable<number>): Set<number> {
  const used = new Set<number>();
  for (const index of accessors) {
    const { bufferView, sparse } = accessorOf(document, index);
    for (const view of [bufferView, sparse?.indices.bufferView, sparse?.values.bufferView]) {
      if (view !== undefined) used.add(viewOf(document, view).buffer);
    }
  }
  return used;
}

export function accessorOf({ accessors }: GltfDocument, index: number): Accessor {
  const accessor = accessors[index];
  if (accessor === undefined) throw new GeometryError(`The glTF has no accessor ${index}.`);
  return accessor;
}

function viewOf({ bufferViews }: GltfDocument, index: number) {
  const view = bufferViews[index];
  if (view === undefined) throw new GeometryError(`The glTF has no buffer view ${index}.`);
  const packed = MESHOPT.find((name) => view.extensions?.[name] !== undefined);
  if (packed !== undefined) throw needs(packed);
  return view;
}

/** @throws GeometryError from its functions, for offsets and lengths that leave their buffer */
export function createAccessorReader(
  document: GltfDocument,
  buffers: ReadonlyMap<number, Buffer>,
): AccessorReader {
  /** A stretch of a buffer, checked to hold `count` elements. */
  function stretch(
    where: { bufferView: number; byteOffset: number },
    count: number,
    elementBytes: number,
  ) {
    const view = viewOf(document, where.bufferView);
    const stride = view.byteStride ?? elementBytes;
    const buffer = buffers.get(view.buffer);
    const needed = count === 0 ? 0 : (count - 1) * stride + elementBytes;
    const fits =
      buffer !== undefined &&
      where.byteOffset + needed <= view.byteLength &&
      view.byteOffset + view.byteLength <= buffer.length;
    if (!fits) {
      throw new GeometryError(
        `Buffer view ${where.bufferView} of the glTF is too short: ${count} elements do not fit.`,
      );
    }
    const start = buffer.byteOffset + view.byteOffset;
    const data = new DataView(buffer.buffer, start, view.byteLength);
    return { data, start: where.byteOffset, stride };
  }

  function readAll<T extends Float64Array | Uint32Array>(accessor: Accessor, into: T): T {
    const { componentType, normalized, count, bufferView, sparse } = accessor;
    const component = componentOf(componentType);
    const size = SIZES[accessor.type] ?? 0;
    const { most } = component;
    const isSigned = !UNSIGNED.includes(componentType);
    const value = (data: DataView, at: number): number => {
      const raw = component.read(data, at);
      if (!normalized || most === undefined) return raw;
      return isSigned ? Math.max(raw / most, -1) : raw / most;
    };
    const put = (element: number, data: DataView, start: number) => {
      for (let i = 0; i < size; i++) {
        into[element * size + i] = value(data, start + i * component.bytes);
      }
    };
    const bytes = size * component.bytes;
    if (bufferView !== undefined) {
      const { byteOffset } = accessor;
      const { data, start, stride } = stretch({ bufferView, byteOffset }, count, bytes);
      for (let i = 0; i < count; i++) put(i, data, start + i * stride);
    }
    if (sparse !== undefined) {
      const places = componentOf(sparse.indices.componentType);
      const at = stretch(sparse.indices, sparse.count, places.bytes);
      const from = stretch(sparse.values, sparse.count, bytes);
      for (let i = 0; i < sparse.count; i++) {
        const element = places.read(at.data, at.start + i * at.stride);
        if (element >= count) {
          throw new GeometryError('A sparse accessor of the glTF names an element not there.');
        }
        put(element, from.data, from.start + i * from.stride);
      }
    }
    return into;
  }

  return {
    positions(index) {
      const accessor = accessorOf(document, index);
      if (accessor.type !== 'VEC3') throw new GeometryError('Positions of the glTF are no VEC3.');
      return readAll(accessor, new Float64Array(accessor.count * 3));
    },
    indices(index) {
      const accessor = accessorOf(document, index);
      if (accessor.type !== 'SCALAR' || !UNSIGNED.includes(accessor.componentType)) {
        throw new GeometryError('Indices of the glTF are no unsigned whole numbers.');
      }
      return readAll({ ...accessor, normalized: false }, new Uint32Array(accessor.count));
    },
  };
}

function componentOf(type: number): Component {
  const component = COMPONENTS[type];
  if (component === undefined) {
    throw new GeometryError(`The glTF names an unknown component type ${type}.`);
  }
  return component;
}
