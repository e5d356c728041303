import { FilePlus2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../components/button/Button.tsx';
import { ErrorText } from '../../components/error-text/ErrorText.tsx';
import { useFileDrop } from '../../hooks/use-file-drop.ts';
import { usePathChooser } from '../../hooks/use-path-chooser.tsx';
import { latest } from '../../stores/async-data.ts';
import { whyNotReady } from '../../stores/import-draft.ts';
import {
  addSources,
  canAddToOpen,
  startDraft,
  useImportDraft,
} from '../../stores/import-draft-store.ts';
import { useImport } from '../../stores/import-store.ts';
import { useProject, useProjectStore } from '../../stores/project-store.ts';
import { navigate } from '../../stores/route-store.ts';
import styles from './ImportForm.module.css';
import { PathEntry } from './PathEntry.tsx';
import { ProjectChoice } from './ProjectChoice.tsx';
import { SourceList } from './SourceList.tsx';

/** What is to be read, and into which project. */
export function ImportForm() {
  const sources = useImportDraft((draft) => draft.sources);
  const isNew = useImportDraft((draft) => draft.isNew);
  const project = useProject();
  const { isOpening, openError } = useProjectStore();
  const startError = useImport((state) => state.startError);
  const hasReport = useImport((state) => latest(state.report) !== undefined);
  const [notice, setNotice] = useState<string>();
  const chooser = usePathChooser();
  const drop = useFileDrop(addSources, () =>
    setNotice('A browser does not tell where a dropped file lies. Choose it, or paste its path.'),
  );
  const hasInstances = !isNew && canAddToOpen() && (project?.instances ?? 0) > 0;
  const reason = whyNotReady(sources, hasInstances);
  const ask = (kind: 'folder' | 'any') =>
    chooser.ask({
      title: kind === 'folder' ? 'Add a folder' : 'Add a file or a folder',
      kind,
      onChoose: addSources,
    });
  const start = async () => {
    if (await startDraft()) navigate({ screen: 'import', view: { show: 'report' } });
  };
  return (
    <div className={styles.form} {...drop.handlers}>
      <header className={styles.header}>
        <h1>Import</h1>
        <div className={styles.ways}>
          {hasReport && project !== undefined && (
            <Button variant="quiet" onClick={() => navigate({ view: { show: 'report' } })}>
              Report of the last import
            </Button>
          )}
          <Button variant="quiet" onClick={() => navigate({ view: { show: 'native' } })}>
            Another system’s output…
          </Button>
        </div>
      </header>
      <section className={styles.zone} data-over={drop.isOver || undefined} aria-label="Files">
        {sources.length > 0 && <SourceList sources={sources} />}
        <div className={styles.add}>
          <FilePlus2 size={18} aria-hidden="true" />
          <p>
            {sources.length === 0
              ? 'Add a dataset, then the predictions of each model. Result files (GQ, ICS, SC), captions, ratings and capabilities are recognised too.'
              : 'Add more: predictions, result files, captions, ratings, capabilities.'}
          </p>
          <Button onClick={() => ask('any')}>Choose…</Button>
        </div>
        <PathEntry onPath={(path) => addSources([path])} />
        {notice !== undefined && (
          <p className={styles.notice} role="status">
            {notice}
          </p>
        )}
      </section>
      <ProjectChoice />
      {openError !== undefined && <ErrorText error={openError} />}
      {startError !== undefined && <ErrorText error={startError} />}
      <footer className={styles.footer}>
        <p id="import-reason">{reason}</p>
        <Button
          variant="primary"
          aria-describedby="import-reason"
          isDisabled={reason !== undefined || isOpening}
          onClick={() => void start()}
        >
          Start the import
        </Button>
      </footer>
      {chooser.dialog}
    </div>
  );
}
