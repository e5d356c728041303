// NExT-GPT's files: `images|videos|audios/<prompt>.jpg|mp4|wav`, beside the texts or a folder above.
import { squash } from '../answer-text.ts';
import type { NativeFile, NativeFolder } from '../types.ts';
import type { MediaModality } from './parse-answer.ts';

const MEDIA_FOLDER = /(?:^|\/)(images?|videos?|audios?)$/i;
const COUNTED = /^(.*?)[\s_-]*\(?(\d{1,3})\)?$/s;

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
  /** Its name, squashed; and without the number that tells several of one prompt apart. */
  readonly key: string;
  readonly counted: string;
}

/** Files in folders for media, in natural order. */
export function listMedia({ files }: NativeFolder): Medium[] {
  return files.flatMap((file) => {
    const modality = mediaFolder(file.folder);
    if (modality === undefined) return [];
    const stem = file.name.replace(/\.[^.]+$/, '');
    return [
      {
        file,
        modality,
        base: file.folder.replace(MEDIA_FOLDER, ''),
        key: squash(stem),
        counted: squash(COUNTED.exec(stem)?.[1] ?? stem),
      },
    ];
  });
}

/** Finds a file by the path that the demo wrote, which may be of another machine. */
export function createNamedFinder({
  files,
}: NativeFolder): (from: string, path: string) => NativeFile | undefined {
  const byPath = new Map(files.map((file) => [pathOf(file), file]));
  const byWhole = new Map(files.map((file) => [file.path, file]));
  const byName = Map.groupBy(files, ({ name }) => name);
  return (from, path) => {
    const clean = path.replaceAll('\\', '/').replace(/^\.\//, '');
    const given = byWhole.get(path) ?? byPath.get(from === '' ? clean : `${from}/${clean}`);
    if (given !== undefined) return given;
    const named = byName.get(clean.slice(clean.lastIndexOf('/') + 1)) ?? [];
    return byPath.get(clean) ?? (named.length === 1 ? named[0] : undefined);
  };
}

const pathOf = ({ folder, name }: NativeFile) => (folder === '' ? name : `${folder}/${name}`);
