import { Meter } from '../../components/meter/Meter.tsx';
import { ScoreValue } from '../../components/score/ScoreValue.tsx';
import { ByModel } from './ByModel.tsx';
import type { Column } from './columns.ts';
import { FigureTable } from './FigureTable.tsx';
import { ItemDetails } from './ItemDetails.tsx';
import { itemAnatomies, type ItemAnatomy } from './quality-lines.ts';
import panel from './ScorePanel.module.css';

/** Every computed quality figure, opened down to what it was made of; nothing when none was computed. */
export function QualityAnatomy({ columns }: { readonly columns: readonly Column[] }) {
  return (
    <ByModel
      heading="Quality, item by item"
      columns={columns}
      itemsOf={itemAnatomies}
      draw={(item, { tone }) => <ItemFigures item={item} tone={tone} />}
    />
  );
}

function ItemFigures({
  item,
  tone,
}: {
  readonly item: ItemAnatomy;
  readonly tone: Column['tone'];
}) {
  const rated = item.figures.filter(([, figure]) => figure.role !== 'diagnostic');
  const beside = item.figures.filter(([, figure]) => figure.role === 'diagnostic');
  return (
    <ItemDetails
      tag={item.tag}
      kind={item.profile}
      figures={
        <>
          <Meter value={item.value} tone={tone} />
          <ScoreValue value={item.value} />
        </>
      }
    >
      {item.worth !== undefined && <p className={panel.note}>{item.worth}</p>}
      <FigureTable caption="Enters the score" figures={rated} />
      <FigureTable caption="Beside the score" figures={beside} />
      {item.notes.map((note) => (
        <p key={note} className={panel.note}>
          {note}
        </p>
      ))}
    </ItemDetails>
  );
}
