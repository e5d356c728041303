import type { Item } from '../../../shared/model/content.ts';
import { MarkNumber } from './MarkNumber.tsx';
import { useMarkScope } from './mark-scope.ts';

/** The numbers of everything that was said of an item, in its card's bar. */
export function MarkNumbers({ item }: { readonly item: Item }) {
  const scope = useMarkScope();
  const marks = scope?.marksOf(item) ?? [];
  return marks.map(({ id, number, label, isStale }) => (
    <MarkNumber
      key={id}
      number={number}
      label={label}
      isStale={isStale}
      onChoose={() => scope?.onChoose(id)}
    />
  ));
}
