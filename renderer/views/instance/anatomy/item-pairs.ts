// Which items of several responses stand on one line. The same tag is the same item; what only one
// response calls so is paired with what the others have of the same modality, in reading order.
import { MODALITY_IDS } from '../../../../shared/model/modality.ts';
import { parseTagName } from '../../../../shared/interleave/parse.ts';
import type { Response } from '../../../../shared/model/response.ts';

/** Of each response the tag of its item on this line; undefined where it has none. */
export type ItemPair = readonly (string | undefined)[];

/** Items with a figure of a metric, paired, by tag and number. */
export function pairItems(
  responses: readonly (Response | undefined)[],
  metric: string,
): ItemPair[] {
  const own = responses.map((response) => tagsOf(response, metric));
  const shared = new Set(
    own.flat().filter((tag) => own.filter((tags) => tags.includes(tag)).length > 1),
  );
  const same = [...shared].map((tag) => own.map((tags) => (tags.includes(tag) ? tag : undefined)));
  const modalities = ['', ...MODALITY_IDS] as const;
  const byOrder = modalities.flatMap((modality) => {
    const left = own.map((tags) =>
      tags.filter((tag) => !shared.has(tag) && modalityOf(tag) === modality),
    );
    const most = Math.max(0, ...left.map((tags) => tags.length));
    return Array.from({ length: most }, (_, at) => left.map((tags) => tags[at]));
  });
  return [...same, ...byOrder].sort((a, b) => compareTags(firstOf(a), firstOf(b)));
}

/** The tags of a line: one where all agree, else e.g. `image3 · 4`. */
export function pairLabel(pair: ItemPair): string {
  const [first = '', ...others] = new Set(pair.filter((tag) => tag !== undefined));
  return [first, ...others.map((tag) => tag.replace(/^\D+/, ''))].join(' · ');
}

const firstOf = (pair: ItemPair) => pair.find((tag) => tag !== undefined) ?? '';

function compareTags(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true });
}

/** In the order in which the response shows them; those that it does not show, e.g. its text, by name. */
function tagsOf(response: Response | undefined, metric: string): string[] {
  if (response === undefined) return [];
  const tags = new Set(
    response.scores.flatMap((score) =>
      score.metric === metric && score.tag !== undefined ? [score.tag] : [],
    ),
  );
  const order = response.sequence.items.map(({ tag }) => tag);
  const place = (tag: string) => (order.includes(tag) ? order.indexOf(tag) : order.length);
  return [...tags].sort((a, b) => place(a) - place(b) || compareTags(a, b));
}

function modalityOf(tag: string): string {
  return parseTagName(tag)?.modality ?? '';
}
