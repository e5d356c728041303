import { parseTagName } from '../../../../shared/interleave/parse.ts';
import type { ModalityId } from '../../../../shared/model/modality.ts';

/** Stands in the place of a tag for a whole response, as it does in `scores`. */
export const WHOLE_RESPONSE = '';
/** The text of a response is one item; official result files call it so, too. */
export const TEXT_TAG = 'text';

/** @returns undefined for a whole response, and for what is no tag */
export function modalityOfTag(tag: string): ModalityId | undefined {
  return tag === TEXT_TAG ? 'text' : parseTagName(tag)?.modality;
}
