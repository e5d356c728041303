// What a reader of one system makes of a folder: samples with their answers in parts, and every file
// given to an item, or said why not. Readers decide nothing about instances and write nothing.
import type { ModalityId } from '../../../../shared/model/modality.ts';
import type { NativeProblem, NativeSystem } from '../../../../shared/model/native.ts';

/** One item of an answer. */
export interface NativeItem {
  readonly modality: ModalityId;
  /** Its number is that of the input's last of the modality, and this, and one. */
  readonly index: number;
  /** As they stand in the answer; none for a file without a marker. */
  readonly markers: readonly string[];
  /** Absolute; the first is the item, others belong to it, as the material of a mesh. */
  readonly files: readonly string[];
  /** `join`: pictures that become one video; `inline`: the text of the file becomes the value. */
  readonly as: 'copy' | 'inline' | 'join';
}

export type NativePart =
  | { readonly kind: 'text'; readonly text: string }
  /** The same item may stand twice. */
  | { readonly kind: 'item'; readonly item: NativeItem };

/** One answer. */
export interface NativeSample {
  /** Folder inside the native folder, with `/`; empty for the folder itself. */
  readonly folder: string;
  /** Number or name inside that folder. */
  readonly name: string;
  /** The text it stands in, absolute; the first of its files where it has none. */
  readonly file: string;
  readonly line?: number;
  readonly parts: readonly NativePart[];
  readonly orphans: readonly NativeItem[];
}

export interface NativeReading {
  readonly samples: readonly NativeSample[];
  readonly problems: readonly NativeProblem[];
  /** Files that were read as texts; every other one is accounted for. */
  readonly texts: ReadonlySet<string>;
  readonly cutOff: number;
}

/** One file of the native folder. */
export interface NativeFile {
  readonly path: string;
  /** Folder inside the native one, with `/`; empty for itself. */
  readonly folder: string;
  readonly name: string;
  readonly sizeBytes: number;
}

/** The files of a folder, in natural order; links that lead out of it are not among them. */
export interface NativeFolder {
  readonly dir: string;
  readonly files: readonly NativeFile[];
  readonly byFolder: ReadonlyMap<string, readonly NativeFile[]>;
  readonly problems: readonly NativeProblem[];
}

/** One system: how its folders are known, and how they are read. */
export interface NativeReader {
  readonly system: NativeSystem;
  /** What in the folder is this system's, in words; undefined when nothing is. */
  readonly recognise: (folder: NativeFolder) => Promise<string | undefined>;
  readonly read: (folder: NativeFolder, options: NativeReadOptions) => Promise<NativeReading>;
}

export interface NativeReadOptions {
  readonly joinVideo: boolean;
  readonly signal: AbortSignal;
}

/** Path of a sample inside its folder, as rules and people see it. */
export function samplePath({ folder, name }: Pick<NativeSample, 'folder' | 'name'>): string {
  return folder === '' ? name : `${folder}/${name}`;
}
