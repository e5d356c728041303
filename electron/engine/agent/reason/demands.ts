import { parseContent } from '../../../../shared/interleave/parse.ts';
import type { ModalityCounts } from '../../../../shared/model/content.ts';
import { COUNTED_MODALITIES, type ModalityId } from '../../../../shared/model/modality.ts';
import { parseTagName } from '../../../../shared/interleave/parse.ts';
import type { ChainTask, Demands } from '../define.ts';
import type { QuestionReply } from './forms.ts';

/** The first number that an answer may give to items of each modality. */
export function firstNumbers(items: ChainTask['items']): Demands['numbers'] {
  const numbers: Partial<Record<ModalityId, number>> = {};
  for (const modality of COUNTED_MODALITIES) {
    const used = items.flatMap(({ tag }) => {
      const name = parseTagName(tag);
      return name?.modality === modality ? [name.number] : [];
    });
    numbers[modality] = Math.max(0, ...used) + 1;
  }
  return numbers;
}

/**
 * What the answer must contain. A tag of the task's text that names none of its items stands for an item
 * of the answer (quirk 19) and goes before what the model read out of the words.
 */
export function demandsOf(
  { content, items }: Pick<ChainTask, 'content' | 'items'>,
  required: QuestionReply['required'],
): Demands {
  const inputTags = items.map(({ tag }) => tag);
  const counts: ModalityCounts = {};
  for (const { modality, count } of required) {
    if (modality === 'text' || count === 0) continue;
    counts[modality] = Math.max(counts[modality] ?? 0, count);
  }
  const named = new Set(
    parseContent(content).flatMap((part) =>
      part.kind === 'tag' && part.modality !== 'text' && !inputTags.includes(part.tag)
        ? [part.tag]
        : [],
    ),
  );
  for (const modality of COUNTED_MODALITIES) {
    const count = [...named].filter((tag) => parseTagName(tag)?.modality === modality).length;
    if (count > 0) counts[modality] = count;
  }
  return { required: counts, numbers: firstNumbers(items), inputTags };
}

/** For people and for the model, e.g. `2 image, 1 audio`. */
export function sayCounts(counts: ModalityCounts): string {
  const parts = COUNTED_MODALITIES.flatMap((modality) => {
    const count = counts[modality] ?? 0;
    return count === 0 ? [] : [`${count} ${modality}`];
  });
  return parts.length === 0 ? 'text alone, no items' : parts.join(', ');
}
