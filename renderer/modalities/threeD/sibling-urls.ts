// Which files a model may load besides itself: those that belong to it, found by name, and what it
// carries inside. Nothing else, wherever its material file points.
import type { MediaRef } from '../../../shared/model/media.ts';

const PICTURES = ['png', 'jpg', 'jpeg', 'webp', 'bmp', 'gif'];

/** Base name of a path as material files write it, with either slash, lower case. */
function baseName(path: string): string {
  const clean = path.split(/[?#]/)[0] ?? '';
  let name = clean.slice(Math.max(clean.lastIndexOf('/'), clean.lastIndexOf('\\')) + 1);
  try {
    name = decodeURIComponent(name);
  } catch {
    // a stray % in a file name: taken as it stands
  }
  return name.trim().toLowerCase();
}

/**
 * The file that a model means.
 *
 * @returns undefined when there is none. A picture that is not there is taken to be the only picture
 *   that belongs to the model, if it has just one.
 */
export function findSibling(asked: string, siblings: readonly MediaRef[]): MediaRef | undefined {
  const name = baseName(asked);
  const found = siblings.find((sibling) => sibling.name.toLowerCase() === name);
  if (found !== undefined) return found;
  const extension = name.slice(name.lastIndexOf('.') + 1);
  const pictures = siblings.filter((sibling) => PICTURES.includes(sibling.extension));
  return PICTURES.includes(extension) && pictures.length === 1 ? pictures[0] : undefined;
}

/** True for what a model carries inside itself. */
export function isInside(url: string): boolean {
  return /^(blob:|data:(image\/|application\/(octet-stream|gltf-buffer)))/.test(url);
}
