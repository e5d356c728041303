import type { QcScan } from '../../../../shared/model/quality-control.ts';
import { Button } from '../../../components/button/Button.tsx';
import { ErrorText } from '../../../components/error-text/ErrorText.tsx';
import { Meter } from '../../../components/meter/Meter.tsx';
import { formatCount, formatCounted } from '../../../components/score/format-score.ts';
import { startQcScan, useQc } from '../../../stores/qc-store.ts';
import styles from './ScanPanel.module.css';

const STEPS = {
  records: 'Reading records and checking them against the format',
  media: 'Looking at pictures, listening to sounds',
  alike: 'Looking for what is alike',
} as const;

/** Looks the dataset through, and says what it does. */
export function ScanPanel({ scan }: { readonly scan: QcScan }) {
  const error = useQc((state) => state.error);
  const takenName = useQc((state) => state.takenName);
  const isRunning = scan.status === 'running';
  return (
    <section className={styles.panel} aria-label="Lint">
      <div className={styles.line}>
        <Button
          variant={scan.status === 'none' || scan.isOutdated ? 'primary' : 'plain'}
          isDisabled={isRunning}
          onClick={() => void startQcScan()}
        >
          {scan.status === 'none' ? 'Look the dataset through' : 'Look through again'}
        </Button>
        <p role="status">{describe(scan)}</p>
      </div>
      {isRunning && <Meter value={scan.total === 0 ? 0 : scan.done / scan.total} tone="accent" />}
      {scan.changedFiles.length > 0 && !isRunning && (
        <p className={styles.warning}>
          {formatCounted(scan.changedFiles.length, 'file')} changed since the import; the records in
          there wait until it is imported again. “{scan.changedFiles[0]}”
        </p>
      )}
      {error !== undefined && takenName === undefined && <ErrorText error={error} />}
    </section>
  );
}

function describe(scan: QcScan): string {
  if (scan.status === 'running') {
    const { step = 'records', done, total } = scan;
    const unit = step === 'records' ? 'files' : step === 'media' ? 'media' : '';
    const place =
      step === 'alike' ? '' : ` · ${formatCount(done)} of ${formatCount(total)} ${unit}`;
    return `${STEPS[step]}${place}`;
  }
  if (scan.status === 'failed') return `It broke off: ${scan.message ?? ''} Begin again.`;
  if (scan.status === 'none')
    return 'Every record is checked against the format, its files are looked for, duplicates are found. Nothing is changed.';
  return scan.isOutdated
    ? 'Files were imported since: look through again.'
    : 'Everything was looked through as it was imported.';
}
