// Takes from a response whatever tells whose it is: paths, names of files, captions of the judge.
import type { Item, Sequence } from '../../../shared/model/content.ts';
import type { MediaRef, MediaState } from '../../../shared/model/media.ts';
import { blindId } from '../media/blind-ids.ts';

/**
 * A sequence as a blind rater gets it.
 *
 * @param names  of the models; a file beside a 3D model keeps its name, which the model's file calls it
 *   by, unless it tells one of these
 */
export function blindSequence(sequence: Sequence, names: readonly string[]): Sequence {
  return { ...sequence, items: sequence.items.map((item) => blindItem(item, names)) };
}

function blindItem({ caption: _judged, ...item }: Item, names: readonly string[]): Item {
  return { ...item, media: blindMedia(item.tag, item.media, names) };
}

const HIDDEN = '(hidden while you rate)';

function blindMedia(tag: string, media: MediaState, names: readonly string[]): MediaState {
  switch (media.kind) {
    case 'inline':
      return media;
    case 'missing':
      return { kind: 'missing', value: HIDDEN, tried: [] };
    case 'url':
      return { kind: 'url', url: HIDDEN, host: HIDDEN };
    case 'refused':
      return { kind: 'refused', value: HIDDEN, reason: 'It is outside the opened folders.' };
    case 'file': {
      const ref = blindRef(media.ref, tag);
      const siblings = media.siblings?.map((sibling, at) =>
        tells(sibling.name, names)
          ? blindRef(sibling, `${tag}-${at + 1}`)
          : { ...sibling, id: blindId(sibling.id) },
      );
      return { kind: 'file', ref, path: ref.name, ...(siblings === undefined ? {} : { siblings }) };
    }
  }
}

function blindRef(ref: MediaRef, name: string): MediaRef {
  const ending = ref.extension === '' ? '' : `.${ref.extension}`;
  return { ...ref, id: blindId(ref.id), name: `${name}${ending}` };
}

const plain = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

function tells(file: string, names: readonly string[]): boolean {
  const own = plain(file);
  return names.map(plain).some((name) => name !== '' && own.includes(name));
}
