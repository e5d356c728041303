import { NATIVE_SYSTEMS, type NativeReport } from '../../../../shared/model/native.ts';
import { Button } from '../../../components/button/Button.tsx';
import { ErrorText } from '../../../components/error-text/ErrorText.tsx';
import { formatCounted } from '../../../components/score/format-score.ts';
import { useImport } from '../../../stores/import-store.ts';
import { resetNative, useNative } from '../../../stores/native-import-store.ts';
import { navigate } from '../../../stores/route-store.ts';
import { Accounts } from './Accounts.tsx';
import styles from './NativeWizard.module.css';

/** What was written, every marker and file accounted for, and where to go from here. */
export function Written({ report }: { readonly report: NativeReport }) {
  const model = useNative((state) => state.draft.model);
  const startError = useImport((state) => state.startError);
  const progress = useImport((state) => state.progress);
  const isImported = progress?.phase === 'done';
  return (
    <article className={styles.wizard} aria-labelledby="native-written">
      <header className={styles.header}>
        <div>
          <h1 id="native-written">
            {formatCounted(report.records, 'prediction')} of {NATIVE_SYSTEMS[report.system].label}
          </h1>
          <p>
            Written with {formatCounted(report.files, 'file')}
            {isImported && `, and imported as “${model}”`}. <code>{report.out}</code>
          </p>
        </div>
        <div className={styles.actions}>
          <Button onClick={resetNative}>Another folder</Button>
          {isImported && (
            <Button onClick={() => navigate({ view: { show: 'report' } })}>
              Report of the import
            </Button>
          )}
          {isImported && (
            <Button variant="primary" onClick={() => navigate({ screen: 'instances' })}>
              Open the instances
            </Button>
          )}
        </div>
      </header>
      {startError !== undefined && <ErrorText error={startError} />}
      {progress?.error !== undefined && <ErrorText error={progress.error} />}
      <Accounts
        accounts={report.accounts}
        problems={report.problems}
        counts={report.problemCounts}
      />
      {isImported && (
        <p className={styles.note}>
          Which inputs a model takes decides what it supports; the paper’s systems have theirs
          ready.{' '}
          <Button
            variant="quiet"
            onClick={() => navigate({ screen: 'settings', view: { section: 'models' } })}
          >
            Set what “{model}” takes
          </Button>
        </p>
      )}
    </article>
  );
}
