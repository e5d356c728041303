import { useEffect } from 'react';
import { Button } from '../../components/button/Button.tsx';
import { usePathChooser } from '../../hooks/use-path-chooser.tsx';
import { folderName, joinPath } from '../../stores/import-draft.ts';
import {
  canAddToOpen,
  loadHome,
  projectDirOf,
  setIsNew,
  setProjectDir,
  setProjectName,
  useImportDraft,
} from '../../stores/import-draft-store.ts';
import { useProject } from '../../stores/project-store.ts';
import styles from './ProjectChoice.module.css';

/** Into which project: the open one, or a new one with a name and a folder. */
export function ProjectChoice() {
  const draft = useImportDraft();
  const project = useProject();
  const chooser = usePathChooser();
  const canAdd = project !== undefined && canAddToOpen();
  const isNew = draft.isNew || !canAdd;
  useEffect(() => void loadHome(), []);
  return (
    <section className={styles.project} aria-labelledby="project-title">
      <h2 id="project-title">Project</h2>
      {canAdd && (
        <div className={styles.choice} role="radiogroup" aria-labelledby="project-title">
          <label>
            <input type="radio" checked={!isNew} onChange={() => setIsNew(false)} />
            Add to <b>{project.name}</b>
          </label>
          <label>
            <input type="radio" checked={isNew} onChange={() => setIsNew(true)} />A new project
          </label>
        </div>
      )}
      {isNew && (
        <div className={styles.fields}>
          <label htmlFor="project-name">Name</label>
          <input
            id="project-name"
            value={draft.name}
            placeholder="e.g. UniM development set"
            maxLength={120}
            onChange={(event) => setProjectName(event.target.value)}
          />
          <label htmlFor="project-dir">Folder</label>
          <div className={styles.dir}>
            <input
              id="project-dir"
              className={styles.path}
              value={projectDirOf(draft)}
              spellCheck={false}
              onChange={(event) => setProjectDir(event.target.value)}
            />
            <Button
              onClick={() =>
                chooser.ask({
                  title: 'Where the project goes',
                  kind: 'folder',
                  onChoose: ([dir]) =>
                    dir !== undefined && setProjectDir(joinPath(dir, folderName(draft.name))),
                })
              }
            >
              Choose…
            </Button>
          </div>
          <p className={styles.note}>
            Holds the index and caches only; datasets, predictions and media stay where they are.
          </p>
        </div>
      )}
      {chooser.dialog}
    </section>
  );
}
