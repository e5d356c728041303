import { ErrorText } from '../../components/error-text/ErrorText.tsx';
import { wordsOfPlace } from '../../stores/export-place.ts';
import { useExport } from '../../stores/export-store.ts';
import styles from './ExportView.module.css';

/** How far it is, what was written, or why nothing was. */
export function ResultLine() {
  const progress = useExport((state) => state.progress);
  if (progress.status === 'failed') return <ErrorText error={progress.error} />;
  const { done, total } =
    progress.status === 'writing' ? progress : { done: undefined, total: undefined };
  return (
    <div className={styles.result}>
      <p role="status">
        {progress.status === 'writing' &&
          (total === undefined ? 'Writing…' : `Writing: ${done} of ${total} instances`)}
        {progress.status === 'done' && (
          <>
            <b>Written:</b> {progress.words.join(', ')}. <code>{wordsOfPlace(progress.place)}</code>
          </>
        )}
      </p>
      {progress.status === 'writing' && (
        <progress
          aria-label="Written"
          {...(total === undefined ? {} : { value: done, max: total })}
        />
      )}
    </div>
  );
}
