// What a response is judged by: the contents of task, reference and response, and for each of their items
// where its words come from. Looks at the database and at which files are there; opens none.
import { MODALITIES, type ModalityId } from '../../../../shared/model/modality.ts';
import { CAPTIONED_MODALITIES, type CaptionedModality } from '../../../../shared/model/endpoint.ts';
import type { Item } from '../../../../shared/model/content.ts';
import type { CaptionUse } from '../../../../shared/model/judge.ts';
import type { MediaState } from '../../../../shared/model/media.ts';
import type { UnscoredCode } from '../../../../shared/model/score.ts';
import { buildSequence } from '../../../../shared/interleave/sequence.ts';
import { DATASET_CAPTIONS, prepareImportedCaptions } from '../../db/captions.ts';
import type { ReadableDb } from '../../db/handle.ts';
import { prepareInstanceFinder } from '../../db/instances.ts';
import type { WorkResponse } from '../../db/run-items.ts';
import { prepareSequenceFinder, type StoredSequence } from '../../db/sequence-rows.ts';
import { sequenceId, type Side } from '../../db/sequences.ts';
import { isErrorCaption } from '../../load/captions.ts';
import type { MediaReader } from '../../query/item-media.ts';
import type { Source } from '../scoring/define-doer.ts';
import { toFound } from '../scoring/find-item.ts';
import { createPlaceFinder } from '../scoring/media-places.ts';
import { captionerSettings, type JudgeSetup } from './judge-setup.ts';

/** Where the words for an item come from. */
export type WordsFrom =
  /** It has some already. */
  | { readonly kind: 'text'; readonly text: string; readonly source: CaptionUse['source'] }
  /** A captioner is asked. */
  | { readonly kind: 'ask'; readonly found: Source; readonly modality: CaptionedModality }
  | { readonly kind: 'none'; readonly code: UnscoredCode; readonly reason: string };

/** An item that a judgement needs in words. */
export interface WantedItem {
  readonly side: Side;
  readonly sequenceId: number;
  readonly tag: string;
  readonly modality: ModalityId;
  /** Where it is now. */
  readonly media: MediaState;
  readonly words: WordsFrom;
}

/** One side: what stands in it, and its items. */
export interface SideToRead {
  readonly content: string;
  /** Items that no tag names, in order. */
  readonly untagged: readonly string[];
  readonly items: readonly WantedItem[];
}

/** A response with what it is judged by. */
export interface ResponseToRead {
  readonly task: SideToRead;
  readonly reference: SideToRead;
  readonly response: SideToRead;
}

/** Reads responses. @returns undefined when the instance is not there any more */
export type ResponseReader = (
  response: Pick<WorkResponse, 'responseId' | 'modelId' | 'fileId' | 'key'>,
) => ResponseToRead | undefined;

/** @param media  the project's; made anew when folders were opened */
export function createResponseReader(
  db: ReadableDb,
  media: () => MediaReader,
  setup: JudgeSetup,
): ResponseReader {
  const placeOf = createPlaceFinder(db);
  const findInstance = prepareInstanceFinder(db);
  const { find: findSequence } = prepareSequenceFinder(db);
  const captionsOf = prepareImportedCaptions(db);
  const storedOf = (side: Side, owner: number) => findSequence(sequenceId(side, owner)) ?? NOTHING;
  const importedOf = (instanceId: number, modelId: number): ReadonlyMap<string, string> =>
    setup.scoring.useImportedCaptions ? captionsOf(instanceId, modelId) : new Map();
  let last: { readonly responseId: number; readonly read: ResponseToRead | undefined } | undefined;

  function read({ responseId, modelId, fileId, key }: Parameters<ResponseReader>[0]) {
    const instance = findInstance(key);
    if (instance === undefined) return undefined;
    const { id, field, subdomain } = instance;
    const sequences = {
      task: storedOf('task', id),
      reference: storedOf('reference', id),
      response: storedOf('response', responseId),
    };
    const imported = {
      dataset: importedOf(id, DATASET_CAPTIONS),
      response: importedOf(id, modelId),
    };
    const sideOf = (side: Side): SideToRead => {
      const isOfModel = side === 'response';
      const own = sequences[side];
      const other = side === 'task' ? sequences.reference : sequences.task;
      const place = placeOf(isOfModel ? fileId : instance.fileId, field, subdomain);
      const captions = isOfModel ? imported.response : imported.dataset;
      const items = media().items(own.items, place, captions);
      return {
        content: own.content,
        untagged: untaggedOf(own, side, other),
        items: items.map((item) => ({
          side,
          sequenceId: sequenceId(side, isOfModel ? responseId : id),
          tag: item.tag,
          modality: item.modality,
          media: item.media,
          words: wordsFrom(item, side, setup),
        })),
      };
    };
    return { task: sideOf('task'), reference: sideOf('reference'), response: sideOf('response') };
  }

  return (response) => {
    // all metrics of a response follow one another
    if (last?.responseId !== response.responseId) {
      last = { responseId: response.responseId, read: read(response) };
    }
    return last.read;
  };
}

const NOTHING: StoredSequence = { content: '', strip: '', counts: '', items: [] };

function untaggedOf(own: StoredSequence, side: Side, other: StoredSequence): string[] {
  const { segments } = buildSequence(own.content, {
    side: side === 'task' ? 'input' : 'output',
    ownTags: own.items.map(({ tag }) => tag),
    otherTags: other.items.map(({ tag }) => tag),
  });
  return segments.flatMap((part) =>
    part.kind === 'tag' && part.role === 'orphan' ? [part.tag] : [],
  );
}

function wordsFrom(item: Item, side: Side, setup: JudgeSetup): WordsFrom {
  const { caption, modality, media } = item;
  const source = side === 'response' ? 'imported' : 'dataset';
  if (caption !== undefined) return { kind: 'text', text: caption, source };
  // a text that stands in the place of a file is what the item says, unless it says that there is none
  if (media.kind === 'inline' && modality !== 'code' && !isErrorCaption(media.text)) {
    return { kind: 'text', text: media.text, source };
  }
  const found = toFound(media, modality);
  if (found.kind === 'none') return withoutFile(item.tag, found, setup);
  const { label } = MODALITIES[modality];
  const captioned = CAPTIONED_MODALITIES.find((one) => one === modality);
  if (captioned === undefined) {
    return { kind: 'none', code: 'unsupported', reason: `${label} files are not put into words.` };
  }
  if (captionerSettings(setup, captioned) === undefined) {
    const reason = `${label} is put into words by a captioner, and none is set.`;
    return { kind: 'none', code: 'not-run', reason };
  }
  return { kind: 'ask', found, modality: captioned };
}

/** The official scripts have the error judged that their captioner gave for such an item. */
function withoutFile(
  tag: string,
  found: Extract<WordsFrom, { kind: 'none' }>,
  { scoring }: JudgeSetup,
): WordsFrom {
  if (!scoring.isOfficialCompatible) return found;
  return { kind: 'text', text: errorText(tag), source: 'error-text' };
}

/** Reads as an error to whoever imports it again. */
export function errorText(tag: string): string {
  return `Error: the file of ${tag} was not found.`;
}
