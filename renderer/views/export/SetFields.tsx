import type { Sample } from '../../../shared/model/sample.ts';
import { SelectField } from '../../components/field/SelectField.tsx';
import { formatCounted } from '../../components/score/format-score.ts';
import { useExport, type ExportSet } from '../../stores/export-store.ts';
import { useSelection } from '../../stores/selection-store.ts';

/** Which instances are meant, and how many that are. */
export function SetFields({
  set,
  samples,
  isFiltered,
  onChange,
}: {
  readonly set: ExportSet;
  readonly samples: readonly Sample[];
  readonly isFiltered: boolean;
  readonly onChange: (set: ExportSet) => void;
}) {
  const count = useExport((state) => state.count);
  const selected = useSelection((state) => state.keys.size);
  const options: (readonly [string, string])[] = [
    ['all', 'All instances'],
    ...(isFiltered ? [['filter', 'The table’s filter'] as const] : []),
    ...(selected > 0 ? [['selected', 'The rows selected in the table'] as const] : []),
    ...samples.map(({ id, draft }) => [`sample ${id}`, `Sample “${draft.name}”`] as const),
  ];
  const value = set.kind === 'sample' ? `sample ${set.sampleId}` : set.kind;
  return (
    <SelectField
      label="Of which instances"
      value={value}
      options={options}
      hint={count === undefined ? 'Counting…' : formatCounted(count, 'instance')}
      onChange={(next) => {
        if (next.startsWith('sample ')) onChange({ kind: 'sample', sampleId: next.slice(7) });
        else if (next === 'filter' || next === 'selected' || next === 'all')
          onChange({ kind: next });
      }}
    />
  );
}
