import type { RunItem } from '../../../../shared/model/run.ts';
import type { ItemFinder } from './find-item.ts';
import { modalityOfTag, WHOLE_RESPONSE } from './item-tag.ts';

/** An item of a run, for people. @param response  absent when it has gone */
export function describeItem(
  { tag, ...head }: Pick<RunItem, 'key' | 'model' | 'metric'> & { readonly tag: string },
  response: Parameters<ItemFinder>[0] | undefined,
  find: ItemFinder,
): RunItem {
  if (tag === WHOLE_RESPONSE) return head;
  const modality = modalityOfTag(tag);
  const found = response && find(response, tag);
  return {
    ...head,
    tag,
    ...(modality !== undefined && { modality }),
    ...(found?.kind === 'file' && { file: found.path }),
  };
}
