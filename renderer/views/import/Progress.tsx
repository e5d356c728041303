import type { ImportProgress } from '../../../shared/model/import.ts';
import { Button } from '../../components/button/Button.tsx';
import { formatBytes } from '../../components/file-size/format-bytes.ts';
import { Meter } from '../../components/meter/Meter.tsx';
import { formatCount } from '../../components/score/format-score.ts';
import { cancelImport } from '../../stores/import-store.ts';
import { useProject } from '../../stores/project-store.ts';
import { navigate } from '../../stores/route-store.ts';
import styles from './Progress.module.css';

/** Where a running import stands; the app can be used meanwhile. */
export function Progress({ progress }: { readonly progress: ImportProgress }) {
  const project = useProject();
  const done = progress.bytesTotal === 0 ? 0 : progress.bytesDone / progress.bytesTotal;
  const rate = progress.seconds > 0 ? progress.bytesDone / progress.seconds : 0;
  const left = rate > 0 ? (progress.bytesTotal - progress.bytesDone) / rate : undefined;
  return (
    <section className={styles.progress} aria-labelledby="progress-title">
      <header>
        <h1 id="progress-title">
          {progress.phase === 'structure' ? 'Comparing the structure' : 'Reading the files'}
        </h1>
        <span className={styles.share}>{Math.floor(done * 100)} %</span>
      </header>
      <div
        className={styles.bar}
        role="progressbar"
        aria-label="Import"
        aria-valuenow={Math.floor(done * 100)}
        aria-valuemin={0}
        aria-valuemax={100}
      >
        <Meter value={done} tone="accent" />
      </div>
      <p className={styles.file} data-tip={progress.currentFile}>
        <bdi>{progress.currentFile ?? ' '}</bdi>
      </p>
      <dl className={styles.facts}>
        <Fact name="Files">
          {formatCount(progress.filesDone)} of {formatCount(progress.filesTotal)}
          {progress.filesUnchanged > 0 && (
            <small>{formatCount(progress.filesUnchanged)} unchanged</small>
          )}
        </Fact>
        <Fact name="Read">
          {formatBytes(progress.bytesDone)} of {formatBytes(progress.bytesTotal)}
          <small>
            {formatBytes(rate)}/s{left !== undefined && left >= 1 && ` · ${Math.ceil(left)} s left`}
          </small>
        </Fact>
        <Fact name="Instances">{formatCount(progress.instances)}</Fact>
        <Fact name="Responses">{formatCount(progress.responses)}</Fact>
        <Fact name="Problems">{formatCount(progress.problems)}</Fact>
      </dl>
      <footer>
        <Button onClick={() => void cancelImport()}>Cancel</Button>
        {(project?.instances ?? 0) > 0 && (
          <Button onClick={() => navigate({ screen: 'instances' })}>Look at what is there</Button>
        )}
      </footer>
    </section>
  );
}

export function Fact({
  name,
  children,
}: {
  readonly name: string;
  readonly children: React.ReactNode;
}) {
  return (
    <div className={styles.fact}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
