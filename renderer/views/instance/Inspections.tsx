import type { Column } from './columns.ts';
import { Inspection } from './Inspection.tsx';
import styles from './QualityAnatomy.module.css';
import { itemInspections } from './inspection-lines.ts';
import panel from './ScorePanel.module.css';

/** What stands beside the scores and never enters them; nothing when nothing was looked at. */
export function Inspections({ columns }: { readonly columns: readonly Column[] }) {
  const models = columns.flatMap((column) => {
    const items = column.response === undefined ? [] : itemInspections(column.response);
    return items.length === 0 ? [] : [{ column, items }];
  });
  if (models.length === 0) return null;
  return (
    <>
      <h2 className={panel.heading}>Beside the score</h2>
      {models.map(({ column, items }) => (
        <div key={column.id} className={styles.model}>
          <h3 data-tone={column.tone}>
            {column.letter} {column.label}
          </h3>
          {items.map((item) => (
            <Inspection key={item.id} item={item} />
          ))}
        </div>
      ))}
    </>
  );
}
