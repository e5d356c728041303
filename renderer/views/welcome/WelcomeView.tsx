import { ArrowRight, FolderOpen, FlaskConical, FolderPlus } from 'lucide-react';
import { useEffect, type ReactNode } from 'react';
import { ErrorText } from '../../components/error-text/ErrorText.tsx';
import { Button } from '../../components/button/Button.tsx';
import { formatCounted } from '../../components/score/format-score.ts';
import { useFileDrop } from '../../hooks/use-file-drop.ts';
import { usePathChooser } from '../../hooks/use-path-chooser.tsx';
import { addSources, setIsNew } from '../../stores/import-draft-store.ts';
import {
  closeProject,
  dismissOpenError,
  loadRecent,
  openDemo,
  openProject,
  useProject,
  useProjectStore,
} from '../../stores/project-store.ts';
import { hrefOf, navigate } from '../../stores/route-store.ts';
import { RecentProjects } from './RecentProjects.tsx';
import styles from './WelcomeView.module.css';

/** Where everyone starts: the demo, a project, or files to make one of. */
export function WelcomeView() {
  const { isOpening, openError } = useProjectStore();
  const project = useProject();
  const chooser = usePathChooser();
  const drop = useFileDrop(importPaths, () => navigate({ screen: 'import' }));
  useEffect(() => {
    void loadRecent();
    return dismissOpenError;
  }, []);
  const askForProject = () =>
    chooser.ask({
      title: 'Open a project or a dataset',
      kind: 'any',
      onChoose: (paths) => void openOrImport(paths),
    });
  return (
    <div className={styles.view} data-over={drop.isOver || undefined} {...drop.handlers}>
      <div className={styles.column}>
        <header className={styles.intro}>
          <h1>Look at what a score means</h1>
          <p>
            Read the responses of any-to-any models side by side, with every medium at its place and
            every figure beside what it was given for.
          </p>
        </header>
        {project !== undefined && (
          <div className={styles.current}>
            <span className={styles.open}>
              <b>{project.name}</b> is open · {formatCounted(project.instances, 'instance')} ·{' '}
              {formatCounted(project.models.length, 'model')}
            </span>
            <Button variant="quiet" onClick={() => void closeProject()}>
              Close it
            </Button>
            <a className={styles.go} href={hrefOf({ screen: 'instances' })}>
              Go to the instances <ArrowRight size={14} aria-hidden="true" />
            </a>
          </div>
        )}
        {openError !== undefined && (
          <ErrorText
            error={openError}
            actions={<Button onClick={dismissOpenError}>Dismiss</Button>}
          />
        )}
        <ul className={styles.starts}>
          <Start
            icon={<FlaskConical size={20} aria-hidden="true" />}
            title="Open the demo"
            isDisabled={isOpening}
            onClick={() => void openAndShow(openDemo)}
          >
            A small set over three fields and seven modalities, with three models of different
            quality. Nothing to download.
          </Start>
          <Start
            icon={<FolderOpen size={20} aria-hidden="true" />}
            title="Open a project or dataset"
            isDisabled={isOpening}
            onClick={askForProject}
          >
            A Loupe project, or a folder or file of UniM records. Media stay where they are.
          </Start>
          <Start
            icon={<FolderPlus size={20} aria-hidden="true" />}
            title="Import predictions"
            isDisabled={isOpening}
            onClick={() => navigate({ screen: 'import' })}
          >
            Put a dataset, the predictions of your models and result files together in a new
            project.
          </Start>
        </ul>
        <p className={styles.note}>
          Everything stays on this machine: nothing is uploaded, media are read where they lie.
        </p>
        <RecentProjects
          isDisabled={isOpening}
          onOpen={(dir) => void openAndShow(() => openProject(dir))}
        />
      </div>
      {chooser.dialog}
    </div>
  );
}

function Start({
  icon,
  title,
  isDisabled,
  onClick,
  children,
}: {
  readonly icon: ReactNode;
  readonly title: string;
  readonly isDisabled: boolean;
  readonly onClick: () => void;
  readonly children: ReactNode;
}) {
  return (
    <li>
      <button type="button" className={styles.start} disabled={isDisabled} onClick={onClick}>
        {icon}
        <b>{title}</b>
        <span>{children}</span>
      </button>
    </li>
  );
}

async function openAndShow(open: () => Promise<unknown>): Promise<void> {
  if ((await open()) !== undefined) navigate({ screen: 'instances' });
}

/** A project is opened; anything else is something to import. */
async function openOrImport(paths: readonly string[]): Promise<void> {
  const [path] = paths;
  if (path === undefined) return;
  if (paths.length === 1 && (await openProject(path)) !== undefined) {
    navigate({ screen: 'instances' });
    return;
  }
  const { openError } = useProjectStore.getState();
  // a project that is there but cannot be opened is told; a folder without one is read as data
  if (openError !== undefined && openError.code !== 'not-found') return;
  dismissOpenError();
  importPaths(paths);
}

function importPaths(paths: readonly string[]): void {
  setIsNew(true); // opened from here, a dataset is a project of its own, whatever else is open
  addSources(paths);
  navigate({ screen: 'import' });
}
