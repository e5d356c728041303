import { Flag, Pencil, X } from 'lucide-react';
import { useEffect, useRef, type ReactNode } from 'react';
import type { Annotation } from '../../../../shared/model/annotation.ts';
import { IconButton } from '../../../components/button/IconButton.tsx';
import { MarkNumber } from '../../../components/marks/MarkNumber.tsx';
import { choosePlace, startAnnotating } from '../../../stores/annotating-store.ts';
import { removeAnnotation, toggleAnnotation } from '../../../stores/annotations-store.ts';
import { tagLabel, useTags } from '../../../stores/taxonomy-store.ts';
import { showMark } from '../../../components/marks/mark-host.ts';
import { columnElements, revealItem } from '../column-elements.ts';
import type { Column } from '../columns.ts';
import styles from './AnnotationSection.module.css';
import { placeLabel } from './mark-label.ts';
import { columnIdOf, type Place } from './places.ts';
import { rangeOfOffsets, readProse } from './prose-text.ts';
import { flagDraft } from './use-annotation-actions.ts';

/** One place with its number, tags and notes; each can be taken away, the note changed. */
export function PlaceEntry({
  place,
  instanceKey,
  columns,
  isChosen,
}: {
  readonly place: Place;
  readonly instanceKey: string;
  readonly columns: readonly Column[];
  readonly isChosen: boolean;
}) {
  const tags = useTags();
  const entry = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isChosen) entry.current?.scrollIntoView({ block: 'nearest' });
  }, [isChosen]);
  const { side, model, mark, number, isStale } = place;
  const label = placeLabel(place, columns);
  const edit = (field: 'tag' | 'note', at: HTMLElement) =>
    startAnnotating({
      target: { key: instanceKey, side, model, mark },
      field,
      anchor: at.getBoundingClientRect(),
      returnTo: at,
    });
  return (
    <li ref={entry} className={styles.place} data-chosen={isChosen || undefined}>
      <div className={styles.where}>
        {number !== undefined && (
          <MarkNumber number={number} label="" isStale={isStale} isChosen={isChosen} />
        )}
        {number === undefined ? (
          <span className={styles.label}>{label}</span>
        ) : (
          <button
            type="button"
            className={styles.label}
            onClick={() => {
              choosePlace(place.id);
              reveal(place, columns);
            }}
          >
            {label}
          </button>
        )}
        <span className={styles.tools}>
          <IconButton
            label={`Tag or note ${label}`}
            onClick={(event) => edit('note', event.currentTarget)}
          >
            <Pencil size={12} />
          </IconButton>
        </span>
      </div>
      {isStale && <p className={styles.stale}>said of other content than is here now</p>}
      {(place.isFlagged || place.tags.length > 0) && (
        <div className={styles.tags}>
          {place.isFlagged && (
            <Removable
              name="the flag"
              onRemove={() => void toggleAnnotation(flagDraft(instanceKey, place))}
            >
              <Flag size={11} aria-hidden="true" /> flagged
            </Removable>
          )}
          {place.tags.map(({ id, tag = '' }) => (
            <Removable
              key={id}
              name={`the tag ${tagLabel(tags, tag)}`}
              onRemove={() => void removeAnnotation(id)}
            >
              {tagLabel(tags, tag)}
            </Removable>
          ))}
        </div>
      )}
      {place.notes.map((note) => (
        <Note key={note.id} note={note} />
      ))}
    </li>
  );
}

function Note({ note }: { readonly note: Annotation }) {
  return (
    <p className={styles.note}>
      {note.text}
      <button
        type="button"
        className={styles.remove}
        aria-label="Remove the note"
        onClick={() => void removeAnnotation(note.id)}
      >
        <X size={11} aria-hidden="true" />
      </button>
    </p>
  );
}

function Removable({
  name,
  onRemove,
  children,
}: {
  readonly name: string;
  readonly onRemove: () => void;
  readonly children: ReactNode;
}) {
  return (
    <span className={styles.tag}>
      {children}
      <button
        type="button"
        className={styles.remove}
        aria-label={`Remove ${name}`}
        onClick={onRemove}
      >
        <X size={11} aria-hidden="true" />
      </button>
    </span>
  );
}

/** Brings a place into sight: its card, or its words. */
function reveal(place: Place, columns: readonly Column[]): void {
  const { mark } = place;
  const id = columnIdOf(place);
  const column = columns.find((each) => each.id === id);
  if (id === undefined || column === undefined) return;
  if ('tag' in mark) {
    revealItem(id, mark.tag);
    for (const element of columnElements(id)) showMark(element, mark);
  }
  if (mark.kind === 'text') {
    const prose = readProse(id, column.sequence?.content ?? '');
    const range = prose === undefined ? undefined : rangeOfOffsets(prose, mark);
    range?.startContainer.parentElement?.scrollIntoView({ block: 'nearest' });
  }
}
