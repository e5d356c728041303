import { Fragment, type ReactNode } from 'react';
import type { Response } from '../../../shared/model/response.ts';
import styles from './ByModel.module.css';
import type { Column } from './columns.ts';
import panel from './ScorePanel.module.css';

/** What each model's response has, below the model's name; nothing when none has any. */
export function ByModel<T extends { readonly id: string }>({
  heading,
  columns,
  itemsOf,
  draw,
}: {
  readonly heading: string;
  readonly columns: readonly Column[];
  readonly itemsOf: (response: Response) => readonly T[];
  readonly draw: (item: T, column: Column) => ReactNode;
}) {
  const models = columns.flatMap((column) => {
    const items = column.response === undefined ? [] : itemsOf(column.response);
    return items.length === 0 ? [] : [{ column, items }];
  });
  if (models.length === 0) return null;
  return (
    <>
      <h2 className={panel.heading}>{heading}</h2>
      {models.map(({ column, items }) => (
        <div key={column.id} className={styles.model}>
          <h3 data-tone={column.tone}>
            {column.letter} {column.label}
          </h3>
          {items.map((item) => (
            <Fragment key={item.id}>{draw(item, column)}</Fragment>
          ))}
        </div>
      ))}
    </>
  );
}
