import { FolderOpen } from 'lucide-react';
import { lazy, Suspense, type ComponentType } from 'react';
import { Button } from '../components/button/Button.tsx';
import { EmptyState } from '../components/empty-state/EmptyState.tsx';
import { ErrorText } from '../components/error-text/ErrorText.tsx';
import { Spinner } from '../components/spinner/Spinner.tsx';
import { loadProject, openDemo, useProjectStore } from '../stores/project-store.ts';
import type { Screen as ScreenId } from '../stores/route.ts';
import { navigate, useRoute } from '../stores/route-store.ts';
import { CrashBoundary } from './CrashBoundary.tsx';
import { loadScreen } from './load-screen.ts';
import styles from './Screen.module.css';

const VIEWS: Readonly<Record<ScreenId, ComponentType>> = {
  welcome: lazy(loadScreen.welcome),
  import: lazy(loadScreen.import),
  overview: lazy(loadScreen.overview),
  instances: lazy(loadScreen.instances),
  instance: lazy(loadScreen.instance),
  compare: lazy(loadScreen.compare),
  'spot-check': lazy(loadScreen['spot-check']),
  'dataset-qc': lazy(loadScreen['dataset-qc']),
  runs: lazy(loadScreen.runs),
  agent: lazy(loadScreen.agent),
  problems: lazy(loadScreen.problems),
  export: lazy(loadScreen.export),
  settings: lazy(loadScreen.settings),
};

/** The open screen, loaded when first shown; a crash in it leaves the frame alive. */
export function Screen() {
  const screen = useRoute((route) => route.screen);
  const project = useProjectStore((state) => state.project);
  const needsProject = screen !== 'welcome' && screen !== 'import';
  if (project.status === 'failed') {
    return (
      <div className={styles.centre}>
        <ErrorText
          error={project.error}
          actions={<Button onClick={() => void loadProject()}>Try again</Button>}
        />
      </div>
    );
  }
  // an answer comes within milliseconds; nothing is drawn that would be gone at once
  if (project.status === 'idle' || (project.status === 'loading' && !('previous' in project)))
    return null;
  const isOpen = project.status === 'ready' ? project.data : project.previous;
  if (needsProject && isOpen === undefined) return <NoProject />;
  const View = VIEWS[screen];
  return (
    <CrashBoundary key={screen}>
      <Suspense
        fallback={
          <div className={styles.centre}>
            <Spinner />
          </div>
        }
      >
        <View />
      </Suspense>
    </CrashBoundary>
  );
}

function NoProject() {
  return (
    <EmptyState
      icon={FolderOpen}
      title="No project is open"
      hint="Open one, import a dataset, or look around in the demo."
      actions={
        <>
          <Button variant="primary" onClick={() => navigate({ screen: 'welcome' })}>
            Open a project
          </Button>
          <Button onClick={() => void openDemo()}>Open the demo</Button>
        </>
      }
    />
  );
}
