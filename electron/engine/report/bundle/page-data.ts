// What the page of a bundle shows of an instance: only text and paths, never markup.
import { readingBlocks } from '../../../../shared/interleave/reading.ts';
import type { Annotation } from '../../../../shared/model/annotation.ts';
import type { Item, Sequence } from '../../../../shared/model/content.ts';
import type { InstanceDetail } from '../../../../shared/model/instance.ts';
import type { Judgement } from '../../../../shared/model/judge.ts';
import type { HumanRating } from '../../../../shared/model/rating.ts';
import type { Score } from '../../../../shared/model/score.ts';
import type { MediaCopier } from './copy-media.ts';

/** An item in its place. */
interface PageItem {
  readonly tag: string;
  readonly modality: string;
  /** Below the folder of the bundle, for an address; absent where there is no file. */
  readonly href?: string;
  /** What stands there in its place. */
  readonly text?: string;
  readonly caption?: string;
}

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
export interface PageSource {
  readonly instance: InstanceDetail;
  readonly judgements: ReadonlyMap<string, readonly Judgement[]>;
  readonly annotations: readonly Annotation[];
  readonly ratings: readonly HumanRating[];
  readonly tagLabels: ReadonlyMap<string, string>;
}

/** Makes what the page shows, and copies the media that it needs. */
export function pageInstance(source: PageSource, media: MediaCopier): PageInstance {
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
      side('Task', task, media),
      side('Reference', reference, media),
      ...responses.map(({ model, sequence, scores }) => ({
        ...side(model, sequence, media),
        scores: scores.map(pageScore),
        reasons: (judgements.get(model) ?? []).flatMap(reasonsOf),
      })),
    ],
    said: [
      ...source.annotations.map((each) => pageNote(each, source)),
      ...source.ratings.map(pageRating),
    ],
  };
}

function side(name: string, sequence: Sequence, media: MediaCopier): PageSide {
  const items = new Map(sequence.items.map((item) => [item.tag, item]));
  const blocks = readingBlocks(sequence.segments).map((block): PageBlock => {
    if (block.kind === 'text') {
      const text = block.parts.map((part) => (typeof part === 'string' ? part : `<${part.tag}>`));
      return { kind: 'text', text: text.join('') };
    }
    const { tag, modality } = block.segment;
    const item = items.get(tag);
    if (item !== undefined) return { kind: 'item', item: pageItem(item, media) };
    return { kind: 'item', item: { tag, modality, text: 'Names no item.' } };
  });
  return { name, strip: sequence.strip, blocks, scores: [], reasons: [] };
}

function pageItem(item: Item, copier: MediaCopier): PageItem {
  const { tag, modality, media, caption } = item;
  const own = { tag, modality, ...(caption === undefined ? {} : { caption }) };
  switch (media.kind) {
    case 'file': {
      const place = copier.copy(media);
      return place === undefined
        ? { ...own, text: `The file has gone: ${media.ref.name}` }
        : { ...own, href: place.split('/').map(encodeURIComponent).join('/') };
    }
    case 'inline':
      return { ...own, text: media.text };
    case 'missing':
      return { ...own, text: `No file for “${media.value}”.` };
    case 'url':
      return { ...own, text: `On another host, not fetched: ${media.url}` };
    case 'refused':
      return { ...own, text: `Refused: ${media.reason}` };
  }
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

function pageNote(annotation: Annotation, { tagLabels }: PageSource): PageInstance['said'][number] {
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
