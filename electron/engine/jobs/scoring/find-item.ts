import type { UnscoredCode } from '../../../../shared/model/score.ts';
import type { MediaState } from '../../../../shared/model/media.ts';
import type { ModalityId } from '../../../../shared/model/modality.ts';
import type { ReadableDb } from '../../db/handle.ts';
import type { WorkResponse } from '../../db/run-items.ts';
import { prepareSequenceFinder } from '../../db/sequence-rows.ts';
import { sequenceId } from '../../db/sequences.ts';
import type { MediaReader } from '../../query/item-media.ts';
import { modalityOfTag } from './item-tag.ts';
import { createPlaceFinder } from './media-places.ts';

/** Where the bytes of an item are, or why there are none. */
export type FoundItem =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'inline'; readonly text: string; readonly language?: string | undefined }
  | { readonly kind: 'none'; readonly code: UnscoredCode; readonly reason: string };

/** Finds what the items of responses are made of now; files may have come or gone. */
export type ItemFinder = (
  response: Pick<WorkResponse, 'responseId' | 'fileId' | 'field' | 'subdomain'>,
  tag: string,
) => FoundItem;

/** @param media  the project's; made anew when folders were opened */
export function createItemFinder(db: ReadableDb, media: () => MediaReader): ItemFinder {
  const placeOf = createPlaceFinder(db);
  const { listItems } = prepareSequenceFinder(db);
  let last: { readonly responseId: number; readonly states: Map<string, MediaState> } | undefined;

  return ({ responseId, fileId, field, subdomain }, tag) => {
    if (last?.responseId !== responseId) {
      const stored = listItems(sequenceId('response', responseId));
      const items = media().items(stored, placeOf(fileId, field, subdomain), new Map());
      last = { responseId, states: new Map(items.map((item) => [item.tag, item.media])) };
    }
    return toFound(last.states.get(tag), modalityOfTag(tag));
  };
}

/** What there is of an item in its state. @param modality  only code and text may stand in the record */
export function toFound(
  state: MediaState | undefined,
  modality: ModalityId | undefined,
): FoundItem {
  switch (state?.kind) {
    case 'file':
      return { kind: 'file', path: state.path };
    case 'inline':
      return modality === 'code' || modality === 'text'
        ? state
        : none('media-missing', 'The record gives text where a file should be.');
    case 'url':
      return none('media-missing', 'The file is on a host, and nothing is fetched.');
    case 'refused':
      return none('media-missing', asSentence(state.reason));
    case 'missing':
      return none('media-missing', 'No file was found for it.');
    case undefined:
      return none('not-run', 'The response has no such item any more.');
  }
}

const asSentence = (reason: string) => reason.charAt(0).toUpperCase() + reason.slice(1);

const none = (code: UnscoredCode, reason: string): FoundItem => ({ kind: 'none', code, reason });
