import type { AnnotationEvent } from '../../../../shared/model/annotation.ts';
import { ErrorText } from '../../../components/error-text/ErrorText.tsx';
import { latest, type AsyncData } from '../../../stores/async-data.ts';
import { tagLabel, useTags } from '../../../stores/taxonomy-store.ts';
import type { Column } from '../columns.ts';
import styles from './AnnotationSection.module.css';
import { placeLabel } from './mark-label.ts';

const when = new Intl.DateTimeFormat(undefined, { dateStyle: 'short', timeStyle: 'short' });

/** Every change that was ever made, newest first. */
export function HistoryList({
  history,
  columns,
}: {
  readonly history: AsyncData<readonly AnnotationEvent[]>;
  readonly columns: readonly Column[];
}) {
  const tags = useTags();
  if (history.status === 'failed') return <ErrorText error={history.error} />;
  const events = latest(history) ?? [];
  if (history.status === 'ready' && events.length === 0)
    return <p className={styles.none}>Nothing was ever said here.</p>;
  const said = ({ kind, tag = '', text = '' }: AnnotationEvent) =>
    kind === 'flag' ? 'flag' : kind === 'tag' ? `tag “${tagLabel(tags, tag)}”` : `note “${text}”`;
  return (
    <ol className={styles.history} aria-label="History">
      {events.map((event) => (
        <li key={event.id}>
          <span data-change={event.change}>
            {event.isUndo ? 'undo: ' : ''}
            {event.change} {said(event)}
          </span>
          <small>
            {placeLabel(event, columns)} ·{' '}
            <time dateTime={event.at}>{when.format(new Date(event.at))}</time>
          </small>
        </li>
      ))}
    </ol>
  );
}
