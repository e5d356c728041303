// NExT-GPT's files: `images|videos|audios/<prompt>.jpg|mp4|wav`, beside the texts or a folder above.
import { basename } from 'node:path';
import { squash } from '../answer-text.ts';
import type { NativeFile, NativeFolder } from '../types.ts';
import type { MediaModality } from './parse-answer.ts';

const MEDIA_FOLDER = /(?:^|\/)(images?|videos?|audios?)$/i;
const COUNTED = /^(.*?)[\s_-]*\(?(\d{1,3})\)?$/s;
const SHORTEST_CUT = 20;

/** The modality that a folder is for, by its name. */
export function mediaFolder(folder: string): MediaModality | undefined {
  const name = MEDIA_FOLDER.exec(folder)?.[1]?.toLowerCase().replace(/s$/, '');
  return name === 'image' || name === 'video' || name === 'audio' ? name : undefined;
}

/** A file that stands for what a prompt asked for. */
export interface Medium {
  readonly file: NativeFile;
  readonly modality: MediaModality;
  /** Folder that holds `images`, `videos` and `audios`. */
  readonly base: string;
  readonly key: string;
}

/** Files in folders for media, in natural order. */
export function listMedia({ files }: NativeFolder): Medium[] {
  return files.flatMap((file) => {
    const modality = mediaFolder(file.folder);
    if (modality === undefined) return [];
    const base = file.folder.replace(MEDIA_FOLDER, '');
    return [{ file, modality, base, key: file.name.replace(/\.[^.]+$/, '') }];
  });
}

/**
 * Whether a file's name is the prompt, whole, with a number behind it, or cut where names end.
 *
 * @param names  prompt and name of the sample
 */
export function isNamedAfter({ key }: Medium, names: readonly string[]): boolean {
  const own = squash(key);
  const counted = squash(COUNTED.exec(key)?.[1] ?? key);
  return names.some((name) => {
    const wanted = squash(name);
    if (wanted === '') return false;
    if (own === wanted || counted === wanted) return true;
    return counted.length >= SHORTEST_CUT && wanted.startsWith(counted);
  });
}

/** A file by the path that the demo wrote, which may be of another machine. */
export function findNamed(
  folder: NativeFolder,
  from: string,
  path: string,
): NativeFile | undefined {
  const clean = path.replaceAll('\\', '/').replace(/^\.\//, '');
  const under = [from === '' ? clean : `${from}/${clean}`, clean];
  const asGiven = folder.files.find(({ folder: own, name, path: whole }) => {
    const inside = own === '' ? name : `${own}/${name}`;
    return whole === path || under.includes(inside);
  });
  if (asGiven !== undefined) return asGiven;
  const named = folder.files.filter(({ name }) => name === basename(clean));
  return named.length === 1 ? named[0] : undefined;
}
