// Quirk 12: one mesh is spread over several files, of which only the geometry is to be shown as an
// item; material and textures belong to it whether or not the .mtl names them rightly.
import { basename, dirname, extname } from 'node:path';

const GEOMETRY: ReadonlySet<string> = new Set(
  '.obj .gltf .glb .stl .ply .off .fbx .dae .3ds'.split(' '),
);
const COMPANION: ReadonlySet<string> = new Set(
  '.mtl .bin .jpg .jpeg .png .webp .bmp .tga .tif .tiff'.split(' '),
);

/** A 3D entry whose file was found. */
export interface MeshFile {
  readonly tag: string;
  readonly path: string;
}

/**
 * Which 3D entries belong to which geometry: those of its stem, else all companions when there is a
 * single geometry.
 *
 * @returns tag of the geometry → its companions, in the order given; entries without companions have
 *   no key
 */
export function groupMeshEntries<T extends MeshFile>(files: readonly T[]): Map<string, T[]> {
  const geometries = files.filter((file) => GEOMETRY.has(extensionOf(file.path)));
  const groups = new Map<string, T[]>();
  for (const file of files) {
    if (!COMPANION.has(extensionOf(file.path))) continue;
    const owner =
      geometries.find((geometry) => stemOf(geometry.path) === stemOf(file.path)) ??
      (geometries.length === 1 ? geometries[0] : undefined);
    if (owner !== undefined) groups.set(owner.tag, [...(groups.get(owner.tag) ?? []), file]);
  }
  return groups;
}

/**
 * Companions that stand beside a geometry under its stem, entries or not.
 *
 * @param names  names in the geometry's folder
 */
export function companionsBeside(path: string, names: Iterable<string>): string[] {
  const stem = basename(stemOf(path));
  return [...names]
    .filter((name) => COMPANION.has(extensionOf(name)) && basename(stemOf(name)) === stem)
    .sort();
}

const extensionOf = (path: string) => extname(path).toLowerCase();

function stemOf(path: string): string {
  return `${dirname(path)}/${basename(path, extname(path)).toLowerCase()}`;
}
