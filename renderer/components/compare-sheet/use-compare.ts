import { useEffect, useState, type ComponentType } from 'react';
import type { MediaFacts } from '../../../shared/model/media.ts';
import type { Item } from '../../../shared/model/content.ts';
import type { ModalityId } from '../../../shared/model/modality.ts';
import type { MediaServices, ModalityCompareProps, ModalityView } from '../../modalities/define.ts';
import { MODALITY_VIEWS } from '../../modalities/index.ts';
import { createLoadedHook } from '../media-card/use-loaded.ts';

/** Whether a modality has more to offer than viewers beside each other. */
export function hasCompare(modality: ModalityId): boolean {
  const view: ModalityView = MODALITY_VIEWS[modality];
  return view.loadCompare !== undefined;
}

/** The comparison of a modality, fetched when first wanted; throws to the boundary if it cannot be. */
export const useCompare = createLoadedHook<ComponentType<ModalityCompareProps>>((modality) => {
  const view: ModalityView = MODALITY_VIEWS[modality];
  return view.loadCompare?.().then(({ Compare }) => Compare);
});

/** What is known of the file of an item, or why it cannot be read. */
export type ItemFacts =
  | { readonly kind: 'known'; readonly facts: MediaFacts | undefined }
  | { readonly kind: 'unreadable'; readonly why: string };

/**
 * Facts of several items at once.
 *
 * @param items  memoised by the caller
 * @returns undefined until all are known
 */
export function useItemFacts(
  services: MediaServices,
  items: readonly Item[],
): readonly ItemFacts[] | undefined {
  const [answer, setAnswer] = useState<{
    readonly items: readonly Item[];
    readonly facts: readonly ItemFacts[];
  }>();
  useEffect(() => {
    let isGone = false;
    void Promise.all(items.map((item) => factsOf(services, item))).then((facts) => {
      if (!isGone) setAnswer({ items, facts });
    });
    return () => {
      isGone = true;
    };
  }, [services, items]);
  return answer?.items === items ? answer.facts : undefined;
}

async function factsOf(services: MediaServices, { media }: Item): Promise<ItemFacts> {
  if (media.kind === 'inline') return { kind: 'known', facts: undefined };
  if (media.kind === 'missing') return { kind: 'unreadable', why: `no file for “${media.value}”` };
  if (media.kind === 'url')
    return { kind: 'unreadable', why: `on host “${media.host}”, never fetched` };
  if (media.kind === 'refused') return { kind: 'unreadable', why: media.reason };
  try {
    const facts = await services.facts(media.ref.id);
    if (facts.broken !== undefined) return { kind: 'unreadable', why: facts.broken };
    return { kind: 'known', facts };
  } catch (error) {
    return { kind: 'unreadable', why: error instanceof Error ? error.message : String(error) };
  }
}
