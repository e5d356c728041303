import { CircleAlert, CircleDashed, CircleDot } from 'lucide-react';
import type { NativePreview, NativeRow } from '../../../../shared/model/native.ts';
import { ErrorText } from '../../../components/error-text/ErrorText.tsx';
import { ModalityIcon } from '../../../components/modality-icon/ModalityIcon.tsx';
import { formatCount } from '../../../components/score/format-score.ts';
import { Spinner } from '../../../components/spinner/Spinner.tsx';
import { useNative } from '../../../stores/native-import-store.ts';
import { Accounts } from './Accounts.tsx';
import { STATE_WORDS } from './native-words.ts';
import styles from './PreviewStep.module.css';

/** The first ten answers with their instances, and where everything would go. */
export function PreviewStep() {
  const preview = useNative((state) => state.preview);
  switch (preview.status) {
    case 'idle':
      return null;
    case 'loading':
      return <Spinner label="Reading the answers" />;
    case 'failed':
      return <ErrorText error={preview.error} hasHelp={false} />;
    case 'ready':
      return <Rows preview={preview.data} />;
  }
}

function Rows({ preview }: { readonly preview: NativePreview }) {
  const { rows, accounts } = preview;
  const { found, mapped } = accounts.samples;
  return (
    <section className={styles.preview} aria-labelledby="native-preview">
      <h2 id="native-preview">
        {found > rows.length ? `The first ${rows.length} of` : 'All'} {formatCount(found)} answers,{' '}
        {formatCount(mapped)} with an instance
      </h2>
      <div className={styles.scroller}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">Answer</th>
              <th scope="col">Instance</th>
              <th scope="col">Text</th>
              <th scope="col">Items</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={row.sample} row={row} />
            ))}
          </tbody>
        </table>
      </div>
      <Accounts accounts={accounts} problems={preview.problems} counts={preview.problemCounts} />
    </section>
  );
}

function Row({ row }: { readonly row: NativeRow }) {
  return (
    <tr data-left-out={row.key === undefined || undefined}>
      <th scope="row">{row.sample}</th>
      <td className={styles.key}>
        {row.key ?? <span className={styles.reason}>left out: {row.reason}</span>}
      </td>
      <td className={styles.content}>
        <p>{row.content === '' ? '—' : row.content}</p>
      </td>
      <td>
        <ul className={styles.items}>
          {row.items.map(({ tag, modality, state, files }) => (
            <li key={tag} data-state={state} data-tip={[STATE_WORDS[state], ...files].join(' · ')}>
              <ModalityIcon modality={modality} isDecorative />
              <span>{tag}</span>
              <StateMark state={state} />
            </li>
          ))}
        </ul>
      </td>
    </tr>
  );
}

function StateMark({ state }: { readonly state: NativeRow['items'][number]['state'] }) {
  const words = STATE_WORDS[state];
  if (state === 'missing') return <CircleAlert size={13} role="img" aria-label={words} />;
  if (state === 'orphan') return <CircleDashed size={13} role="img" aria-label={words} />;
  return <CircleDot size={13} role="img" aria-label={words} />;
}
