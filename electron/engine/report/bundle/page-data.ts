// What the page of a bundle shows of an instance: only text and paths, never markup.
import { readingBlocks } from '../../../../shared/interleave/reading.ts';
import type { Annotation } from '../../../../shared/model/annotation.ts';
import type { Sequence } from '../../../../shared/model/content.ts';
import type { InstanceDetail } from '../../../../shared/model/instance.ts';
import type { Judgement } from '../../../../shared/model/judge.ts';
import type { HumanRating } from '../../../../shared/model/rating.ts';
import type { Score } from '../../../../shared/model/score.ts';
import { pageItem, type ItemMaker, type PageItem } from './page-item.ts';

type PageBlock =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'item'; readonly item: PageItem };

/** A line of figures. */
interface PageScore {
  readonly metric: string;
  readonly tag?: string;
  readonly value?: number;
  readonly source: string;
  readonly unscored?: string;
}

/** One side as it is read. */
interface PageSide {
  readonly name: string;
  readonly strip: string;
  readonly blocks: readonly PageBlock[];
  readonly scores: readonly PageScore[];
  readonly reasons: readonly { readonly of: string; readonly text: string }[];
}

/** One instance as the page draws it. */
export interface PageInstance {
  readonly key: string;
  readonly facts: string;
  readonly sides: readonly PageSide[];
  readonly said: readonly { readonly where: string; readonly text: string; readonly by: string }[];
}

/** Everything that is shown of one instance. */
export interface PageParts {
  readonly instance: InstanceDetail;
  readonly judgements: ReadonlyMap<string, readonly Judgement[]>;
  readonly annotations: readonly Annotation[];
  readonly ratings: readonly HumanRating[];
  readonly tagLabels: ReadonlyMap<string, string>;
}

/** Makes what the page shows, and copies the media that it needs. */
export async function pageInstance(source: PageParts, maker: ItemMaker): Promise<PageInstance> {
  const { instance, judgements } = source;
  const { task, reference, responses, difficulty, combination, capabilities } = instance;
  const facts = [
    ...(difficulty === undefined ? [] : [difficulty]),
    combination,
    ...capabilities,
  ].join(' · ');
  return {
    key: instance.key,
    facts,
    sides: [
      await side('Task', task, maker),
      await side('Reference', reference, maker),
      ...(await Promise.all(
        responses.map(async ({ model, sequence, scores }) => ({
          ...(await side(model, sequence, maker)),
          scores: scores.map(pageScore),
          reasons: (judgements.get(model) ?? []).flatMap(reasonsOf),
        })),
      )),
    ],
    said: [
      ...source.annotations.map((each) => pageNote(each, source)),
      ...source.ratings.map(pageRating),
    ],
  };
}

async function side(name: string, sequence: Sequence, maker: ItemMaker): Promise<PageSide> {
  const items = new Map(sequence.items.map((item) => [item.tag, item]));
  const blocks = readingBlocks(sequence.segments).map(async (block): Promise<PageBlock> => {
    if (block.kind === 'text') {
      const text = block.parts.map((part) => (typeof part === 'string' ? part : `<${part.tag}>`));
      return { kind: 'text', text: text.join('').trim() };
    }
    const { tag, modality } = block.segment;
    const item = items.get(tag);
    if (item !== undefined) return { kind: 'item', item: await pageItem(item, maker) };
    return { kind: 'item', item: { tag, modality, note: 'Names no item.' } };
  });
  const made = await Promise.all(blocks);
  const told = made.filter((block) => block.kind === 'item' || block.text !== '');
  return { name, strip: sequence.strip, blocks: told, scores: [], reasons: [] };
}

function pageScore({ metric, tag, value, unscored, source }: Score): PageScore {
  return {
    metric,
    ...(tag === undefined ? {} : { tag }),
    ...(value === undefined ? {} : { value }),
    ...(unscored === undefined ? {} : { unscored: unscored.reason }),
    source: source.isExample ? 'example' : source.kind,
  };
}

function reasonsOf({ metric, tag, reasons }: Judgement): PageSide['reasons'] {
  return Object.entries(reasons).map(([name, text]) => ({
    of: [metric, ...(tag === undefined ? [] : [tag]), name].join(' · '),
    text,
  }));
}

function pageNote(annotation: Annotation, { tagLabels }: PageParts): PageInstance['said'][number] {
  const { kind, tag, text, side: of, model, author, isStale } = annotation;
  const label = tag === undefined ? undefined : (tagLabels.get(tag) ?? tag);
  const said = [kind === 'flag' ? 'Flagged' : label, text].filter((part) => part !== undefined);
  const stale = isStale ? ' (of other content)' : '';
  return { where: model ?? of, text: said.join(': ') + stale, by: author };
}

function pageRating(rating: HumanRating): PageInstance['said'][number] {
  const { model, metric, tag, value, rater, note, stale } = rating;
  const what = [metric, ...(tag === undefined ? [] : [tag])].join(' · ');
  const more = note === undefined || note === '' ? '' : `: ${note}`;
  const old = stale.length > 0 ? ` (stale: ${stale.join(', ')} changed)` : '';
  return { where: model, text: `${what} rated ${value} of 5${more}${old}`, by: rater };
}
