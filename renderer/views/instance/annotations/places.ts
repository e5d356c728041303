// Annotations by place: a place may have several tags, a note and a flag, and has one number, which its
// marker and the list share. Pure.
import type { AnnotatedSide, Annotation, Mark } from '../../../../shared/model/annotation.ts';
import { placeId, type PlaceName } from '../../../stores/annotation-place.ts';

/** A place of the open instance of which something was said. */
export interface Place {
  readonly id: string;
  readonly side: AnnotatedSide;
  readonly model: string | undefined;
  readonly mark: Mark;
  /** From 1, in the order in which places were first spoken of; a whole side has none. */
  readonly number: number | undefined;
  readonly isFlagged: boolean;
  readonly tags: readonly Annotation[];
  readonly notes: readonly Annotation[];
  /** Something said here was said of other content. */
  readonly isStale: boolean;
}

/** Places in the order of the list: what is said of the whole first, then by number. */
export function placesOf(annotations: readonly Annotation[]): Place[] {
  const groups = new Map<string, Annotation[]>();
  for (const each of annotations) {
    const id = placeId(each);
    groups.set(id, [...(groups.get(id) ?? []), each]);
  }
  let count = 0;
  const places = [...groups].flatMap(([id, all]): Place[] => {
    const [first] = all;
    if (first === undefined) return [];
    const { side, model, mark } = first;
    return [
      {
        id,
        side,
        model,
        mark,
        number: mark.kind === 'whole' ? undefined : ++count,
        isFlagged: all.some(({ kind }) => kind === 'flag'),
        tags: all.filter(({ kind }) => kind === 'tag'),
        notes: all.filter(({ kind }) => kind === 'note'),
        isStale: all.some(({ isStale }) => isStale),
      },
    ];
  });
  const isNumbered = (place: Place) => place.number !== undefined;
  return [...places.filter((each) => !isNumbered(each)), ...places.filter(isNumbered)];
}

/** Id of the column that shows a side; undefined for the instance as a whole. */
export function columnIdOf({ side, model }: Omit<PlaceName, 'mark'>): string | undefined {
  if (side === 'instance') return undefined;
  return side === 'response' ? `model:${model ?? ''}` : side;
}

/** The inverse of {@link columnIdOf}. */
export function sideOfColumn(columnId: string | undefined): Pick<Place, 'side' | 'model'> {
  if (columnId === 'task' || columnId === 'reference') return { side: columnId, model: undefined };
  const model = columnId?.startsWith('model:') === true ? columnId.slice('model:'.length) : '';
  return model === '' ? { side: 'instance', model: undefined } : { side: 'response', model };
}
