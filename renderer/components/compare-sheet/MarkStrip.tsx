import { MarkNumber } from '../marks/MarkNumber.tsx';
import styles from './MarkStrip.module.css';
import type { ComparedMarks } from './use-compared-marks.ts';

/** What was said of the items that are compared; each goes to its place. Nothing where nothing was. */
export function MarkStrip({ entries, chosen, choose }: ComparedMarks) {
  const marked = entries.filter(({ marks = [] }) => marks.length > 0);
  if (marked.length === 0) return null;
  return (
    <div className={styles.strip} role="group" aria-label="Marks">
      {marked.map(({ id: entryId, label, name, tone, marks = [] }) => (
        <span key={entryId} className={styles.entry} data-tone={tone}>
          <b title={name}>{label}</b>
          {marks.map(({ id, number, label: said, isStale }) => (
            <button
              key={id}
              type="button"
              className={styles.mark}
              aria-pressed={id === chosen}
              data-tip={said === '' ? undefined : said}
              // the viewer's keys go on working where it had the focus
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => choose(id)}
            >
              <span className="visually-hidden">Go to mark</span>
              <MarkNumber number={number} label="" isStale={isStale} isChosen={id === chosen} />
              <span className={styles.said}>{said}</span>
            </button>
          ))}
        </span>
      ))}
    </div>
  );
}
