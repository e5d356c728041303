// Round the columns of the open instance: tells their cards what was marked on them, draws the marks on
// text, and asks for tags and notes.
import { useEffect, useMemo, type ReactNode } from 'react';
import type { InstanceDetail } from '../../../../shared/model/instance.ts';
import type { Item } from '../../../../shared/model/content.ts';
import {
  ChosenMarkContext,
  MarkScopeContext,
  type MarkScope,
} from '../../../components/marks/mark-scope.ts';
import type { PlacedMark } from '../../../modalities/define.ts';
import { choosePlace, startAnnotating, useAnnotating } from '../../../stores/annotating-store.ts';
import { loadAnnotations, useAnnotations } from '../../../stores/annotations-store.ts';
import { tagLabel, useTags, wantTaxonomy } from '../../../stores/taxonomy-store.ts';
import type { Column } from '../columns.ts';
import { AnnotationPanel } from './AnnotationPanel.tsx';
import { columnIdOf, placesOf, sideOfColumn, type Place } from './places.ts';
import { saidAt } from './said-at.ts';
import { TextMarks } from './TextMarks.tsx';
import { useAnnotationActions } from './use-annotation-actions.ts';

export function AnnotationLayer({
  instance,
  columns,
  children,
}: {
  readonly instance: InstanceDetail;
  readonly columns: readonly Column[];
  readonly children: ReactNode;
}) {
  const { key } = instance;
  const annotations = useAnnotations(key);
  const places = useMemo(() => placesOf(annotations), [annotations]);
  const annotating = useAnnotating((state) => state.annotating);
  const chosen = useAnnotating((state) => state.chosen);
  const scope = useScope(key, columns, places);
  useEffect(() => wantTaxonomy(), []);
  useEffect(() => void loadAnnotations(key), [key]);
  useAnnotationActions(key, columns);
  return (
    <MarkScopeContext value={scope}>
      <ChosenMarkContext value={chosen}>{children}</ChosenMarkContext>
      <TextMarks places={places} pending={annotating?.target} columns={columns} />
      {annotating?.target.key === key && (
        <AnnotationPanel annotating={annotating} annotations={annotations} columns={columns} />
      )}
    </MarkScopeContext>
  );
}

const none: readonly PlacedMark[] = [];

function useScope(key: string, columns: readonly Column[], places: readonly Place[]): MarkScope {
  const tags = useTags();
  return useMemo(() => {
    const columnOf = new Map<Item, string>();
    for (const { id, sequence } of columns)
      for (const item of sequence?.items ?? []) columnOf.set(item, id);
    const marks = new Map<string, PlacedMark[]>();
    for (const place of places) {
      const { id, number, mark, isStale } = place;
      if (number === undefined || !('tag' in mark)) continue;
      const label = saidAt(place, (tag) => tagLabel(tags, tag));
      const name = JSON.stringify([columnIdOf(place), mark.tag]);
      marks.set(name, [...(marks.get(name) ?? []), { id, number, mark, label, isStale }]);
    }
    return {
      marksOf: (item) => marks.get(JSON.stringify([columnOf.get(item), item.tag])) ?? none,
      canMark: (item) => columnOf.has(item),
      onMark(item, mark, anchor) {
        const active = document.activeElement;
        startAnnotating({
          target: { key, ...sideOfColumn(columnOf.get(item)), mark },
          field: 'tag',
          anchor,
          returnTo: active instanceof HTMLElement ? active : undefined,
        });
      },
      onChoose: choosePlace,
    };
  }, [key, columns, places, tags]);
}
