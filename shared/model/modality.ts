/**
 * The modalities of UniM. Text is a modality of its own (`<text1>` occurs), but structure scores do
 * not count it.
 *
 * - `label`: shown to people; `letter`: short form in a structure strip, before the item's number;
 * - `folder`: folder of the release layout; `filePrefix`: file-name prefix in that folder;
 * - `aliases`: other spellings of key or folder met in real files (lower case), see quirks 10 and 17.
 *
 * @source arXiv:2603.05075; folder layout of the UniM release
 */
export const MODALITIES = {
  text: { label: 'Text', letter: 'T', folder: 'text', filePrefix: 'txt', aliases: ['text', 'txt'] },
  image: {
    label: 'Image',
    letter: 'I',
    folder: 'image',
    filePrefix: 'img',
    aliases: ['image', 'images', 'img', 'picture'],
  },
  audio: {
    label: 'Audio',
    letter: 'A',
    folder: 'audio',
    filePrefix: 'aud',
    aliases: ['audio', 'audios', 'aud'],
  },
  video: {
    label: 'Video',
    letter: 'V',
    folder: 'video',
    filePrefix: 'vid',
    aliases: ['video', 'videos', 'vid'],
  },
  document: {
    label: 'Document',
    letter: 'D',
    folder: 'document',
    filePrefix: 'doc',
    aliases: ['document', 'documents', 'doc'],
  },
  code: {
    label: 'Code',
    letter: 'C',
    folder: 'code',
    filePrefix: 'cod',
    aliases: ['code', 'codes'],
  },
  threeD: {
    label: '3D',
    letter: '3D',
    folder: 'threeD',
    filePrefix: 'thd',
    aliases: ['threed', '3d', '3dmesh', 'thd', 'mesh'],
  },
} as const satisfies Record<string, ModalityInfo>;

/** What is fixed about one modality; see {@link MODALITIES}. */
export interface ModalityInfo {
  readonly label: string;
  readonly letter: string;
  readonly folder: string;
  readonly filePrefix: string;
  readonly aliases: readonly string[];
}

/** Key of a modality as it stands in a record's `modal` object, without the number. */
export type ModalityId = keyof typeof MODALITIES;

/** All modalities, in the order in which they are listed everywhere. */
export const MODALITY_IDS = Object.keys(MODALITIES) as readonly ModalityId[];

/** The modalities that structure scores count: all but text. */
export const COUNTED_MODALITIES = MODALITY_IDS.filter((id) => id !== 'text');

const byAlias = new Map<string, ModalityId>(
  MODALITY_IDS.flatMap((id) => [
    [id.toLowerCase(), id] as const,
    ...MODALITIES[id].aliases.map((alias) => [alias, id] as const),
  ]),
);

/**
 * The modality that a word names, in any case and with any known alias (`3D` → `threeD`).
 *
 * @returns undefined when the word names none
 */
export function findModality(word: string): ModalityId | undefined {
  return byAlias.get(word.toLowerCase());
}

/** True when `value` is one of {@link MODALITY_IDS}, spelled exactly. */
export function isModalityId(value: string): value is ModalityId {
  return Object.hasOwn(MODALITIES, value);
}
