// Marks on text: the words are lit by the browser's own highlights, so that nothing of the text's
// elements is changed; a number stands at their end.
import { useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { MarkNumber } from '../../../components/marks/MarkNumber.tsx';
import type { PlaceName } from '../../../stores/annotation-place.ts';
import { choosePlace, useAnnotating } from '../../../stores/annotating-store.ts';
import { tagLabel, useTags } from '../../../stores/taxonomy-store.ts';
import type { Column } from '../columns.ts';
import { columnIdOf, type Place } from './places.ts';
import { MARK_LAYER, rangeOfOffsets, readProse } from './prose-text.ts';
import { saidAt } from './said-at.ts';
import styles from './TextMarks.module.css';
import { whenLaidOutAnew } from './when-laid-out-anew.ts';

interface Drawn {
  readonly place: Place;
  readonly prose: HTMLElement;
  readonly x: number;
  readonly y: number;
}

const HIGHLIGHT = 'loupe-mark';

export function TextMarks({
  places,
  pending,
  columns,
}: {
  readonly places: readonly Place[];
  /** The words that are being annotated, so that one sees which. */
  readonly pending: PlaceName | undefined;
  readonly columns: readonly Column[];
}) {
  const tags = useTags();
  const chosen = useAnnotating((state) => state.chosen);
  const [drawn, setDrawn] = useState<readonly Drawn[]>([]);
  useEffect(() => {
    const marked = places.filter(({ mark }) => mark.kind === 'text');
    const asked = pending?.mark.kind === 'text' ? [pending] : [];
    if (marked.length + asked.length === 0) return undefined;
    const draw = () => setDrawn(drawAll(marked, asked, columns));
    return whenLaidOutAnew(draw, () => CSS.highlights?.delete(HIGHLIGHT));
  }, [places, pending, columns]);
  const byId = new Map(places.map((place) => [place.id, place]));
  // where they were drawn before, until the frame in which they are drawn anew
  const shown = drawn.flatMap(({ place: { id }, ...where }) => {
    const place = byId.get(id);
    return place !== undefined && where.prose.isConnected ? [{ place, ...where }] : [];
  });
  return shown.map(({ place, prose, x, y }) =>
    createPortal(
      <span {...{ [MARK_LAYER]: '' }} className={styles.anchor} style={{ left: x, top: y }}>
        <MarkNumber
          number={place.number ?? 0}
          label={saidAt(place, (tag) => tagLabel(tags, tag))}
          isStale={place.isStale}
          isChosen={chosen === place.id}
          onChoose={() => choosePlace(place.id)}
        />
      </span>,
      prose,
      place.id,
    ),
  );
}

function drawAll(
  places: readonly Place[],
  pending: readonly PlaceName[],
  columns: readonly Column[],
): Drawn[] {
  const ranges: Range[] = [];
  const all = Map.groupBy<string, Place | PlaceName>(
    [...places, ...pending],
    (place) => columnIdOf(place) ?? '',
  );
  const drawn = [...all].flatMap(([id, own]) => {
    const content = columns.find((column) => column.id === id)?.sequence?.content;
    const text = content === undefined ? undefined : readProse(id, content);
    if (text === undefined) return [];
    return own.flatMap((place): Drawn[] => {
      const range = place.mark.kind === 'text' ? rangeOfOffsets(text, place.mark) : undefined;
      const prose =
        range?.endContainer.parentElement?.closest<HTMLElement>('[data-prose]') ?? undefined;
      const end = range === undefined ? undefined : [...range.getClientRects()].at(-1);
      if (range === undefined || prose === undefined || end === undefined) return [];
      ranges.push(range);
      if (!('id' in place)) return [];
      const box = prose.getBoundingClientRect();
      return [{ place, prose, x: end.right - box.left, y: end.top - box.top }];
    });
  });
  // a browser without them shows the numbers only
  if (typeof Highlight === 'function') CSS.highlights?.set(HIGHLIGHT, new Highlight(...ranges));
  return drawn;
}
