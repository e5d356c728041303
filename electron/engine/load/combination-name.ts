import { basename, extname } from 'node:path';
import { findModality, MODALITY_IDS, type ModalityId } from '../../../shared/model/modality.ts';

/** What a file's name says of its records. */
export interface NamedCombination {
  readonly input: readonly ModalityId[];
  readonly output: readonly ModalityId[];
}

/**
 * The combination that a file's name states: `image&audio_image.jsonl` is image and audio in, image
 * out; text is implied and not listed, the order inside a side is not fixed.
 *
 * @returns undefined when the name states none
 */
export function parseCombinationName(path: string): NamedCombination | undefined {
  const sides = basename(path, extname(path)).split('_');
  if (sides.length !== 2) return undefined;
  const [input, output] = sides.map((side) => {
    const modalities = side.split(/[&+]/).map((word) => findModality(word.trim()));
    return modalities.includes(undefined) ? undefined : modalitiesOf(modalities);
  });
  return input === undefined || output === undefined ? undefined : { input, output };
}

/** Distinct modalities without text, in the fixed order. */
export function modalitiesOf(modalities: Iterable<ModalityId | undefined>): ModalityId[] {
  const present = new Set(modalities);
  return MODALITY_IDS.filter((id) => id !== 'text' && present.has(id));
}
