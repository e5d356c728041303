import type { JudgedCaption } from '../../db/judged-outcomes.ts';
import type { NoTask } from '../scoring/define-doer.ts';
import type { CaptionKeeper } from './caption-keeper.ts';
import type { Captioner } from './captioner.ts';
import type { NamedItem, NamedRequest } from './identify-response.ts';
import type { JudgeSetup } from './judge-setup.ts';
import { errorText, type WantedItem } from './read-response.ts';

/** An item as the judge gets it, or why not. */
export type ItemInWords = { readonly caption: JudgedCaption } & (
  | { readonly kind: 'text'; readonly text: string }
  | ({ readonly kind: 'none' } & Pick<NoTask['draft'], 'code' | 'reason'>)
);

/** What putting items into words takes. */
export interface WordHands {
  readonly captioner: Captioner;
  readonly keeper: CaptionKeeper;
}

/** Puts an item of a response into words and keeps them. */
export async function putIntoWords(
  setup: JudgeSetup,
  { captioner, keeper }: WordHands,
  named: NamedItem,
): Promise<ItemInWords> {
  const { item } = named;
  const { side, tag, modality, words } = item;
  switch (named.kind) {
    case 'unread':
      throw new Error('an item of a run is read before it is put into words');
    case 'text': {
      const { text } = named;
      const source = words.kind === 'text' ? words.source : 'imported';
      const textHash = keeper.keepText(text);
      return { kind: 'text', text, caption: { side, tag, modality, source, textHash } };
    }
    case 'ask':
      return await askForWords(setup, { captioner, keeper }, item, named.request);
  }
}

async function askForWords(
  { scoring }: JudgeSetup,
  { captioner, keeper }: WordHands,
  { side, tag, modality, sequenceId }: WantedItem,
  request: NamedRequest,
): Promise<ItemInWords> {
  const captioned = await captioner(request);
  const { callId } = captioned;
  const caption = { side, tag, modality, source: 'captioner', callId } as const;
  if (captioned.status === 'captioned') {
    keeper.keepCaption(sequenceId, tag, captioned);
    return { kind: 'text', text: captioned.text, caption };
  }
  if (scoring.isOfficialCompatible) {
    const text = errorText(tag);
    const textHash = keeper.keepText(text);
    return { kind: 'text', text, caption: { ...caption, source: 'error-text', textHash } };
  }
  const { code, reason } = captioned;
  return { kind: 'none', code, reason: `${tag} of the ${side}: ${reason}`, caption };
}
