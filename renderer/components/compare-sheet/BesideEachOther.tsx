import { useMemo } from 'react';
import type { MarkGoal, MediaServices } from '../../modalities/define.ts';
import { useGoal } from '../../modalities/parts/marks/use-goal.ts';
import { createViewerLink } from '../../modalities/viewer-link.ts';
import { useMarkHost } from '../marks/mark-host.ts';
import { MediaBody } from '../media-card/MediaBody.tsx';
import { useFacts } from '../media-card/use-facts.ts';
import styles from './CompareSheet.module.css';
import type { SheetEntry } from './sheet-set.ts';

/** Viewers beside each other, linked: for what has no comparison of its own, or only one good file. */
export function BesideEachOther({
  entries,
  services,
  goal,
}: {
  readonly entries: readonly SheetEntry[];
  readonly services: MediaServices;
  readonly goal: MarkGoal | undefined;
}) {
  const link = useMemo(() => createViewerLink(), []);
  return (
    <div className={styles.beside}>
      {entries.map((entry) => (
        <section key={entry.id} className={styles.pane} aria-label={entry.name}>
          <header data-tone={entry.tone} title={entry.name}>
            <b>{entry.label}</b> {entry.item.tag}
          </header>
          <Pane
            entry={entry}
            services={services}
            link={link}
            goal={goal?.entryId === entry.id ? goal : undefined}
          />
        </section>
      ))}
    </div>
  );
}

function Pane({
  entry: { item, tone },
  services,
  link,
  goal,
}: {
  readonly entry: SheetEntry;
  readonly services: MediaServices;
  readonly link: ReturnType<typeof createViewerLink>;
  readonly goal: MarkGoal | undefined;
}) {
  const { state, retry } = useFacts(services, item.media, true);
  const { attach, selection, showing } = useMarkHost(item);
  useGoal(goal, true, ({ mark }) => showing.current?.(mark));
  return (
    <div ref={attach} className={styles.body}>
      <MediaBody
        item={item}
        tone={tone}
        services={services}
        size="full"
        state={state}
        isMounted
        onRetry={retry}
        link={link}
        selection={selection}
        showing={showing}
      />
    </div>
  );
}
