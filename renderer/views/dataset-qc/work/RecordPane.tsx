import type { QcRecord } from '../../../../shared/model/quality-control.ts';
import { Button } from '../../../components/button/Button.tsx';
import { runAction } from '../../../hooks/use-action.ts';
import { hrefOf } from '../../../stores/route-store.ts';
import { PreviewColumns } from './PreviewColumns.tsx';
import { ChangesView } from './ChangesView.tsx';
import styles from './RecordPane.module.css';
import { useWorkState } from './work-state.ts';

/** The record as it reads, or what a revision changes in it. */
export function RecordPane({ record }: { readonly record: QcRecord }) {
  const hasChanges = useWorkState((state) => state.hasChanges);
  const isRevised = record.proposed !== record.original;
  return (
    <section className={styles.pane} aria-label="Record">
      <RecordHeader record={record}>
        {isRevised && (
          <Button
            isPressed={hasChanges}
            action="qc.changes"
            onClick={() => runAction('qc.changes')}
          >
            Changes
          </Button>
        )}
      </RecordHeader>
      {hasChanges && isRevised ? (
        <div className={styles.changes}>
          <ChangesView before={record.original} after={record.proposed} />
        </div>
      ) : (
        <PreviewColumns preview={record.preview} />
      )}
    </section>
  );
}

/** Which record it is, and where it stands in its file. */
export function RecordHeader({
  record,
  children,
}: {
  readonly record: QcRecord;
  readonly children?: React.ReactNode;
}) {
  return (
    <header className={styles.header}>
      <h2>
        <a href={hrefOf({ screen: 'instance', key: record.key, filter: {} })}>
          {record.key.split('/').join(' / ')}
        </a>
      </h2>
      <span className={styles.file} data-tip={`${record.file}:${record.line}`}>
        <bdi>
          {record.file}:{record.line}
        </bdi>
      </span>
      {children}
    </header>
  );
}
