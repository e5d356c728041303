import type { Sequence } from '../../../shared/model/content.ts';
import type { RatingStep } from '../../../shared/model/rating.ts';
import type { SampleDraft } from '../../../shared/model/sample.ts';
import { generatedItems, TEXT_ITEM } from '../query/composite-scores.ts';

/** What is asked of a response, in order; of quality each item that there is something to see of. */
export function stepsOf(
  { metrics }: Pick<SampleDraft, 'metrics'>,
  response: Sequence,
): RatingStep[] {
  const shown = new Set(
    response.items.flatMap(({ tag, media }) =>
      media.kind === 'file' || media.kind === 'inline' ? [tag] : [],
    ),
  );
  const items = generatedItems(response.segments, response.strip).filter(
    (tag) => tag === TEXT_ITEM || shown.has(tag),
  );
  return metrics.flatMap((metric): RatingStep[] =>
    metric === 'GQ' ? items.map((tag) => ({ metric, tag })) : [{ metric }],
  );
}
