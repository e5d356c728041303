import { ErrorText } from '../../components/error-text/ErrorText.tsx';
import { latest } from '../../stores/async-data.ts';
import { useProjectStore } from '../../stores/project-store.ts';
import styles from './RecentProjects.module.css';

const DATE = new Intl.DateTimeFormat('en', { dateStyle: 'medium' });

/** The projects opened last; one that is gone says so. */
export function RecentProjects({
  isDisabled,
  onOpen,
}: {
  readonly isDisabled: boolean;
  readonly onOpen: (dir: string) => void;
}) {
  const recent = useProjectStore((state) => state.recent);
  if (recent.status === 'failed') return <ErrorText error={recent.error} />;
  const projects = latest(recent) ?? [];
  if (projects.length === 0) return null;
  return (
    <section className={styles.recent} aria-labelledby="recent-title">
      <h2 id="recent-title">Recent projects</h2>
      <ul>
        {projects.map((project) => (
          <li key={project.dir}>
            <button
              type="button"
              disabled={isDisabled || !project.exists}
              onClick={() => onOpen(project.dir)}
            >
              <b>{project.name}</b>
              <span className={styles.dir}>
                <bdi>{project.dir}</bdi>
              </span>
              <span className={styles.when}>
                {project.exists ? DATE.format(new Date(project.openedAt)) : 'not there any more'}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
