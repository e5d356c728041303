import { ByModel } from './ByModel.tsx';
import type { Column } from './columns.ts';
import { Inspection } from './Inspection.tsx';
import { itemInspections } from './inspection-lines.ts';

/** What stands beside the scores and never enters them; nothing when nothing was looked at. */
export function Inspections({ columns }: { readonly columns: readonly Column[] }) {
  return (
    <ByModel
      heading="Beside the score"
      columns={columns}
      itemsOf={itemInspections}
      draw={(item) => <Inspection item={item} />}
    />
  );
}
