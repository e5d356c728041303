import { History, Undo2 } from 'lucide-react';
import { useMemo } from 'react';
import { IconButton } from '../../../components/button/IconButton.tsx';
import { ErrorText } from '../../../components/error-text/ErrorText.tsx';
import { Kbd } from '../../../components/kbd/Kbd.tsx';
import {
  hideHistory,
  showHistory,
  undoAnnotation,
  useAnnotations,
  useAnnotationsStore,
  useCanUndo,
} from '../../../stores/annotations-store.ts';
import { useAnnotating } from '../../../stores/annotating-store.ts';
import type { Column } from '../columns.ts';
import styles from './AnnotationSection.module.css';
import { HistoryList } from './HistoryList.tsx';
import { PlaceEntry } from './PlaceEntry.tsx';
import { placesOf } from './places.ts';

/** In the side panel: everything that was said of the open instance, place by place. */
export function AnnotationSection({
  instanceKey,
  columns,
}: {
  readonly instanceKey: string;
  readonly columns: readonly Column[];
}) {
  const annotations = useAnnotations(instanceKey);
  const places = useMemo(() => placesOf(annotations), [annotations]);
  const chosen = useAnnotating((state) => state.chosen);
  const canUndo = useCanUndo();
  const history = useAnnotationsStore((state) => state.history);
  const error = useAnnotationsStore((state) => state.error);
  return (
    <section className={styles.section} aria-label="Annotations">
      <header className={styles.header}>
        <h2>Annotations</h2>
        <IconButton
          label="Undo the last annotation"
          action="instance.undo"
          isDisabled={!canUndo}
          onClick={() => void undoAnnotation()}
        >
          <Undo2 size={13} />
        </IconButton>
        <IconButton
          label={history === undefined ? 'Show the history' : 'Hide the history'}
          isPressed={history !== undefined}
          onClick={() => (history === undefined ? void showHistory(instanceKey) : hideHistory())}
        >
          <History size={13} />
        </IconButton>
      </header>
      {error !== undefined && <ErrorText error={error} />}
      {places.length === 0 ? (
        <p className={styles.none}>
          <Kbd keys="f" /> flags, <Kbd keys="t" /> tags, <Kbd keys="n" /> notes what is in focus or
          selected.
        </p>
      ) : (
        <ol className={styles.places}>
          {places.map((place) => (
            <PlaceEntry
              key={place.id}
              place={place}
              instanceKey={instanceKey}
              columns={columns}
              isChosen={place.id === chosen}
            />
          ))}
        </ol>
      )}
      {history !== undefined && <HistoryList history={history} columns={columns} />}
    </section>
  );
}
