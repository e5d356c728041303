import { ChevronRight, SearchCode } from 'lucide-react';
import { useProject } from '../stores/project-store.ts';
import { hrefOf, useRoute } from '../stores/route-store.ts';
import styles from './Crumb.module.css';
import { SCREEN_LABELS } from './screens.ts';

/** Where one is: project, screen, instance; each of the former a way back. */
export function Crumb() {
  const route = useRoute();
  const project = useProject();
  const isInside = route.screen !== 'welcome' && project !== undefined;
  return (
    <nav className={styles.crumb} aria-label="Place">
      <a className={styles.home} href={hrefOf({ screen: 'welcome' })} data-tip="Projects">
        <SearchCode size={18} aria-hidden="true" />
        <span>Loupe</span>
      </a>
      {isInside && (
        <ol>
          <li className={styles.project}>
            <a href={hrefOf({ screen: 'instances' })}>{project.name}</a>
          </li>
          <li>
            <ChevronRight size={13} aria-hidden="true" />
            {route.screen === 'instance' ? (
              <a href={hrefOf({ screen: 'instances' })}>{SCREEN_LABELS.instances}</a>
            ) : (
              <span aria-current="page">{SCREEN_LABELS[route.screen]}</span>
            )}
          </li>
          {route.key !== undefined && (
            <li className={styles.last}>
              <ChevronRight size={13} aria-hidden="true" />
              <span aria-current="page" data-tip={route.key}>
                {/* the field is the least telling part, and long */}
                {route.key.split('/').slice(1).join(' / ')}
              </span>
            </li>
          )}
        </ol>
      )}
    </nav>
  );
}
