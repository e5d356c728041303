import { useEffect } from 'react';
import { Spinner } from '../../../components/spinner/Spinner.tsx';
import { ErrorText } from '../../../components/error-text/ErrorText.tsx';
import { latest } from '../../../stores/async-data.ts';
import { loadQcOverview, useQc } from '../../../stores/qc-store.ts';
import { ExportForm } from './ExportForm.tsx';
import { JoinForm } from './JoinForm.tsx';
import { KindsTable } from './KindsTable.tsx';
import { ScanPanel } from './ScanPanel.tsx';
import styles from './StartView.module.css';
import { StatesBar } from './StatesBar.tsx';

/** Where the dataset stands, what the lint found, who is at work, and what comes of it. */
export function StartView() {
  const state = useQc((store) => store.overview);
  useEffect(() => void loadQcOverview(), []);
  const overview = latest(state);
  if (state.status === 'failed') return <ErrorText error={state.error} />;
  if (overview === undefined) return <Spinner label="Reading where the dataset stands" />;
  const isLooked = overview.records > 0;
  return (
    <div className={styles.view}>
      <div className={styles.page}>
        <header>
          <h1>Dataset QC</h1>
          <p>
            Each record is reviewed, and revised where it needs it; then somebody of another name
            checks it. Where the two disagree, a third decides.
          </p>
        </header>
        <ScanPanel scan={overview.scan} />
        {isLooked && <StatesBar overview={overview} />}
        {isLooked && (
          <div className={styles.columns}>
            <div className={styles.left}>
              <section aria-label="Go to work">
                <h2>Go to work</h2>
                <JoinForm overview={overview} />
              </section>
              <section aria-label="Accepted set">
                <h2>Accepted set</h2>
                <ExportForm accepted={overview.states.accepted} />
              </section>
            </div>
            <section aria-label="Findings">
              <h2>Findings</h2>
              <KindsTable kinds={overview.kinds} records={overview.records} />
            </section>
          </div>
        )}
      </div>
    </div>
  );
}
