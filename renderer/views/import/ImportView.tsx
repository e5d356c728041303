import { useEffect } from 'react';
import { ErrorText } from '../../components/error-text/ErrorText.tsx';
import { Spinner } from '../../components/spinner/Spinner.tsx';
import { Button } from '../../components/button/Button.tsx';
import { latest } from '../../stores/async-data.ts';
import { isRunning, loadReport, useImport } from '../../stores/import-store.ts';
import { useProject } from '../../stores/project-store.ts';
import { navigate, useRoute } from '../../stores/route-store.ts';
import { ImportForm } from './ImportForm.tsx';
import styles from './ImportView.module.css';
import { NativeWizard } from './native/NativeWizard.tsx';
import { Progress } from './Progress.tsx';
import { Report } from './Report.tsx';

/** Putting files together, then what comes of it: progress, and a report that leaves nothing out. */
export function ImportView() {
  const progress = useImport((state) => state.progress);
  const shown = useRoute((route) => route.view['show']);
  const project = useProject();
  useEffect(() => {
    if (project !== undefined) void loadReport();
  }, [project?.dir]); // eslint-disable-line react-hooks/exhaustive-deps -- once a project, not on every count
  return (
    <div className={styles.view}>
      <div className={styles.column}>
        {isRunning(progress) && progress !== undefined ? (
          <Progress progress={progress} />
        ) : shown === 'native' ? (
          <NativeWizard />
        ) : shown === 'report' && project !== undefined ? (
          <LastReport />
        ) : (
          <ImportForm />
        )}
      </div>
    </div>
  );
}

function LastReport() {
  const report = useImport((state) => state.report);
  const progress = useImport((state) => state.progress);
  const data = latest(report);
  const toForm = <Button onClick={() => navigate({ view: {} })}>Import files</Button>;
  if (report.status === 'failed') return <ErrorText error={report.error} actions={toForm} />;
  if (data !== undefined) return <Report report={data} />;
  if (progress?.error !== undefined) return <ErrorText error={progress.error} actions={toForm} />;
  if (report.status === 'ready')
    return <p className={styles.nothing}>Nothing was imported into this project yet. {toForm}</p>;
  return <Spinner label="Loading the report" />;
}
