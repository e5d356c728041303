// What the outcome of a response's judgement is found by is made of what decides it, before anything is
// put into words: an item's own words, or the call that gives it some. A caption that is asked for anew
// is another call, so that the judgement is made anew, too.
import type { CallFinder } from '../../db/calls.ts';
import type { Side } from '../../db/sequences.ts';
import { noTask, type ContentHasher, type NoTask } from '../scoring/define-doer.ts';
import { sha256 } from '../scoring/outcome-key.ts';
import { askedKey } from './asked-key.ts';
import { captionSubject } from './caption-key.ts';
import type { CaptionRequest } from './captioner.ts';
import type { JudgeSetup } from './judge-setup.ts';
import type { ResponseToRead, WantedItem } from './read-response.ts';

/** An item, and how its words are got where it has none. */
export type NamedItem =
  | { readonly kind: 'text'; readonly item: WantedItem; readonly text: string }
  | { readonly kind: 'ask'; readonly item: WantedItem; readonly request: NamedRequest }
  /** Its bytes were never read; only in plans. */
  | { readonly kind: 'unread'; readonly item: WantedItem };

export type NamedRequest = CaptionRequest & { readonly callKey: string };

/** A response whose items are named. */
export interface NamedResponse {
  readonly kind: 'named';
  /** Of all that decides the judgement, hex; undefined where an item is unread. */
  readonly contentHash: string | undefined;
  readonly items: readonly NamedItem[];
}

export type ResponseMetric = 'SC' | 'coherence';

/** SC compares with the reference; coherence looks at task and response. */
const SIDES_OF: Readonly<Record<ResponseMetric, readonly Side[]>> = {
  SC: ['task', 'reference', 'response'],
  coherence: ['task', 'response'],
};

/** True when nobody has to be asked what it is worth. */
export const isEmptyResponse = ({ response }: ResponseToRead): boolean =>
  response.content.trim() === '' && response.untagged.length === 0;

/** Names what a judgement of a response rests on, or says why there can be none. */
export async function identifyResponse(
  setup: JudgeSetup,
  calls: CallFinder,
  read: ResponseToRead,
  metric: ResponseMetric,
  hashOf: ContentHasher,
): Promise<NamedResponse | NoTask> {
  const sides = SIDES_OF[metric];
  const { reference } = read;
  if (metric === 'SC' && reference.content.trim() === '' && reference.untagged.length === 0) {
    return noTask('no-reference', 'The reference is empty: there is nothing to compare with.');
  }
  if (metric === 'coherence' && isEmptyResponse(read)) {
    return noTask('unsupported', 'The response is empty: there is nothing to hold together.');
  }
  const items: NamedItem[] = [];
  for (const item of isEmptyResponse(read) ? [] : sides.flatMap((side) => read[side].items)) {
    const named = await nameItem(setup, item, hashOf);
    if (named.kind !== 'none') items.push(named);
    // what the task shows helps the judge; what the others hold is what is judged
    else if (item.side !== 'task') return about(item, named);
  }
  const names = items.map((named) => nameOf(named, calls));
  const isRead = names.every((name) => name !== undefined);
  const contents = sides.map((side) => read[side].content);
  const contentHash = isRead ? sha256(JSON.stringify([metric, contents, names])) : undefined;
  return { kind: 'named', contentHash, items };
}

async function nameItem(
  setup: JudgeSetup,
  item: WantedItem,
  hashOf: ContentHasher,
): Promise<NamedItem | NoTask> {
  const { words } = item;
  switch (words.kind) {
    case 'text':
      return { kind: 'text', item, text: words.text };
    case 'none':
      return noTask(words.code, words.reason);
    case 'ask': {
      const hashed = await hashOf(words.found);
      if (hashed.kind === 'unread') return { kind: 'unread', item };
      if (hashed.kind === 'none') return hashed;
      const { found, modality } = words;
      const { contentHash, state } = hashed;
      const { callKey } = captionSubject(setup, modality, found, contentHash);
      return { kind: 'ask', item, request: { modality, found, contentHash, state, callKey } };
    }
  }
}

function nameOf(named: NamedItem, calls: CallFinder): unknown {
  const { side, tag } = named.item;
  switch (named.kind) {
    case 'text':
      return [side, tag, 'text', sha256(named.text)];
    case 'ask':
      return [side, tag, 'call', askedKey(calls, named.request.callKey)];
    case 'unread':
      return undefined;
  }
}

function about({ tag, side }: WantedItem, { draft }: NoTask): NoTask {
  return noTask(draft.code, `${tag} of the ${side}: ${lowerFirst(draft.reason)}`);
}

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
