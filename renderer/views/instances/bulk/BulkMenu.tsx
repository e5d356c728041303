import { Flag, FlagOff, Tags } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../../components/button/Button.tsx';
import { Popover } from '../../../components/popover/Popover.tsx';
import { formatCounted } from '../../../components/score/format-score.ts';
import { useAction } from '../../../hooks/use-action.ts';
import { annotateMany, useBulk } from '../../../stores/bulk-store.ts';
import { useInstances } from '../../../stores/instances-store.ts';
import { useSelection } from '../../../stores/selection-store.ts';
import { TagPicker } from '../../instance/annotations/TagPicker.tsx';
import styles from './BulkMenu.module.css';

/** Flags or tags the rows that are selected, or else everything that the filter leaves. */
export function BulkMenu() {
  const [isOpen, setOpen] = useState(false);
  const total = useInstances((state) => state.list.total);
  const selected = useSelection((state) => state.keys.size);
  const count = selected === 0 ? total : selected;
  useAction('table.tag', count === 0 ? undefined : () => setOpen(true));
  return (
    <Popover
      label="Annotate many"
      align="end"
      isOpen={isOpen}
      onOpenChange={setOpen}
      trigger={
        <Button action="table.tag" isDisabled={count === 0} data-selected={selected > 0}>
          <Tags size={13} aria-hidden="true" />
          {selected === 0 ? <span data-label>Annotate</span> : `${selected} selected`}
        </Button>
      }
    >
      <Choices
        what={
          selected === 0
            ? `All ${formatCounted(total, 'instance')} of this set`
            : formatCounted(selected, 'selected instance')
        }
        onDone={() => setOpen(false)}
      />
    </Popover>
  );
}

function Choices({ what, onDone }: { readonly what: string; readonly onDone: () => void }) {
  const [isRemoved, setRemoved] = useState(false);
  const isBusy = useBulk((state) => state.isBusy);
  const say = (said: { kind: 'flag' } | { kind: 'tag'; tag: string }) => {
    onDone();
    void annotateMany({ ...said, isRemoved });
  };
  const Icon = isRemoved ? FlagOff : Flag;
  return (
    <div className={styles.menu} aria-busy={isBusy}>
      <h2>{what}</h2>
      <div className={styles.ways} role="group" aria-label="What to do">
        {[false, true].map((each) => (
          <button
            key={String(each)}
            type="button"
            aria-pressed={isRemoved === each}
            onClick={() => setRemoved(each)}
          >
            {each ? 'Take away' : 'Add'}
          </button>
        ))}
      </div>
      <Button isDisabled={isBusy} onClick={() => say({ kind: 'flag' })}>
        <Icon size={13} aria-hidden="true" />
        {isRemoved ? 'Take the flag away' : 'Flag'}
      </Button>
      <TagPicker chosen={[]} onToggle={(tag) => say({ kind: 'tag', tag })} />
    </div>
  );
}
