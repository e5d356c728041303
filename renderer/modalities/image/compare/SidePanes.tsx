import { useMemo } from 'react';
import type { CompareEntry, MarkGoal, MediaServices } from '../../define.ts';
import { EntryLabel } from '../../parts/EntryLabel.tsx';
import { boxesOf } from '../../parts/marks/picture-boxes.ts';
import { StateBox } from '../../parts/StateBox.tsx';
import type { ViewerLink } from '../../viewer-link.ts';
import { Picture, sizeOf } from '../View.tsx';
import styles from '../Compare.module.css';

/** The pictures beside each other, moved and zoomed together. */
export function SidePanes({
  entries,
  services,
  link,
  goal,
}: {
  readonly entries: readonly CompareEntry[];
  readonly services: MediaServices;
  readonly link: ViewerLink;
  readonly goal: MarkGoal | undefined;
}) {
  return (
    <div className={styles.side}>
      {entries.map((entry) => (
        <SidePane
          key={entry.id}
          entry={entry}
          services={services}
          link={link}
          goal={goal?.entryId === entry.id ? goal : undefined}
        />
      ))}
    </div>
  );
}

function SidePane({
  entry,
  services,
  link,
  goal,
}: {
  readonly entry: CompareEntry;
  readonly services: MediaServices;
  readonly link: ViewerLink;
  readonly goal: MarkGoal | undefined;
}) {
  const { item, facts, marks } = entry;
  const size = useMemo(() => sizeOf(facts), [facts]);
  return (
    <figure className={styles.entry}>
      <figcaption className={styles.caption}>
        <EntryLabel entry={entry}>{size && `${size.width}×${size.height}`}</EntryLabel>
      </figcaption>
      <div className={styles.picture}>
        {item.media.kind === 'file' ? (
          <Picture
            key={item.media.ref.id}
            url={services.url(item.media.ref.id)}
            name={`${entry.label}, ${item.tag}: ${item.media.ref.name}`}
            size="full"
            known={size}
            facts={facts}
            link={link}
            boxes={boxesOf({ item, marks, size: 'full' })}
            goal={goal}
            hasDigits={false}
          />
        ) : (
          <StateBox kind="quiet" title="no picture" detail={`${item.tag} has no file to show.`} />
        )}
      </div>
    </figure>
  );
}
