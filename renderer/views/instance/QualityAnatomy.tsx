import { ChevronRight } from 'lucide-react';
import { Meter } from '../../components/meter/Meter.tsx';
import { ScoreValue } from '../../components/score/ScoreValue.tsx';
import type { Column } from './columns.ts';
import { FigureTable } from './FigureTable.tsx';
import styles from './QualityAnatomy.module.css';
import { itemAnatomies, type ItemAnatomy } from './quality-lines.ts';
import panel from './ScorePanel.module.css';

/** Every computed quality figure, opened down to what it was made of; nothing when none was computed. */
export function QualityAnatomy({ columns }: { readonly columns: readonly Column[] }) {
  const models = columns.flatMap((column) => {
    const items = column.response === undefined ? [] : itemAnatomies(column.response);
    return items.length === 0 ? [] : [{ column, items }];
  });
  if (models.length === 0) return null;
  return (
    <>
      <h2 className={panel.heading}>Quality, item by item</h2>
      {models.map(({ column, items }) => (
        <div key={column.id} className={styles.model}>
          <h3 data-tone={column.tone}>
            {column.letter} {column.label}
          </h3>
          {items.map((item) => (
            <ItemFigures key={item.id} item={item} tone={column.letter} />
          ))}
        </div>
      ))}
    </>
  );
}

function ItemFigures({
  item,
  tone,
}: {
  readonly item: ItemAnatomy;
  readonly tone: string | undefined;
}) {
  const rated = item.figures.filter(([, figure]) => figure.role !== 'diagnostic');
  const beside = item.figures.filter(([, figure]) => figure.role === 'diagnostic');
  return (
    <details className={styles.item}>
      <summary>
        <ChevronRight size={13} aria-hidden="true" />
        <span className={styles.tag}>{item.tag}</span>
        <span className={styles.profile}>{item.profile}</span>
        <Meter value={item.value} tone={toneOf(tone)} />
        <ScoreValue value={item.value} />
      </summary>
      {item.worth !== undefined && <p className={panel.note}>{item.worth}</p>}
      <FigureTable caption="Enters the score" figures={rated} />
      <FigureTable caption="Beside the score" figures={beside} />
      {item.notes.map((note) => (
        <p key={note} className={panel.note}>
          {note}
        </p>
      ))}
    </details>
  );
}

function toneOf(letter: string | undefined): 'a' | 'b' | 'c' | 'd' | 'accent' {
  if (letter === 'A') return 'a';
  if (letter === 'B') return 'b';
  if (letter === 'C') return 'c';
  return letter === 'D' ? 'd' : 'accent';
}
