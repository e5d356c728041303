import type { ImportReport } from '../../../shared/model/import.ts';
import { Button } from '../../components/button/Button.tsx';
import { ErrorText } from '../../components/error-text/ErrorText.tsx';
import { formatDuration } from '../../components/score/format-duration.ts';
import { formatCount, formatCounted } from '../../components/score/format-score.ts';
import { navigate } from '../../stores/route-store.ts';
import { Fact } from './Progress.tsx';
import { ProblemKinds } from './ProblemKinds.tsx';
import styles from './Report.module.css';

/** What an import did: what was read, what could be matched, and every kind of problem. */
export function Report({ report }: { readonly report: ImportReport }) {
  const { progress } = report;
  const models = Object.entries(report.responses);
  return (
    <article className={styles.report} aria-labelledby="report-title">
      <header className={styles.header}>
        <div>
          <h1 id="report-title">{TITLES[progress.phase]}</h1>
          <p>
            {formatCounted(progress.filesDone, 'file')} in {formatDuration(progress.seconds)}
            {progress.filesUnchanged > 0 &&
              `, ${formatCount(progress.filesUnchanged)} of them unchanged since the last import`}
          </p>
        </div>
        <div className={styles.actions}>
          <Button onClick={() => navigate({ view: {} })}>Import more</Button>
          <Button variant="primary" onClick={() => navigate({ screen: 'instances' })}>
            Open the instances
          </Button>
        </div>
      </header>
      {progress.error !== undefined && <ErrorText error={progress.error} />}
      {progress.phase === 'cancelled' && (
        <p className={styles.note}>
          What was read until then is kept; starting the same import again goes on from there.
        </p>
      )}
      <dl className={styles.facts}>
        <Fact name="Instances">{formatCount(report.instances)}</Fact>
        <Fact name="Scores">{formatCount(report.scores)}</Fact>
        <Fact name="Captions">{formatCount(report.captions)}</Fact>
        <Fact name="Ratings">{formatCount(report.ratings)}</Fact>
      </dl>
      {models.length > 0 && (
        <section aria-labelledby="models-title">
          <h2 id="models-title">Responses</h2>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">Model</th>
                <th scope="col">Matched</th>
                <th scope="col">Unmatched</th>
                <th scope="col">Of all instances</th>
              </tr>
            </thead>
            <tbody>
              {models.map(([model, { matched, unmatched }]) => (
                <tr key={model}>
                  <th scope="row">{model}</th>
                  <td>{formatCount(matched)}</td>
                  <td data-some={unmatched > 0 || undefined}>{formatCount(unmatched)}</td>
                  <td>{formatShare(matched, report.instances)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      <ProblemKinds kinds={report.problemsByCode} />
    </article>
  );
}

const TITLES = {
  reading: 'Importing',
  structure: 'Importing',
  done: 'Imported',
  failed: 'The import failed',
  cancelled: 'The import was cancelled',
} as const;

function formatShare(part: number, whole: number): string {
  return whole === 0 ? '—' : `${((part / whole) * 100).toFixed(1)} %`;
}
