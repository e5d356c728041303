import { ChevronDown } from 'lucide-react';
import { useEffect, useState } from 'react';
import { SliceDimension } from '../../../shared/model/comparison.ts';
import { Button } from '../../components/button/Button.tsx';
import { Popover } from '../../components/popover/Popover.tsx';
import { DEPTHS } from '../../stores/compare-options.ts';
import { toggled } from '../../stores/toggled.ts';
import styles from './SliceSection.module.css';
import { dimensionLabel } from './slice-words.ts';
import { chooseCompare, useCompareOptions } from './use-compare.ts';

/** What slices are made of, how many conditions they may have, and how small they may be. */
export function SliceControls() {
  const { dimensions, depth } = useCompareOptions();
  return (
    <>
      <Popover
        label="What slices are made of"
        trigger={
          <Button>
            {dimensions.length} of {SliceDimension.options.length} dimensions
            <ChevronDown size={13} aria-hidden="true" />
          </Button>
        }
      >
        <fieldset className={styles.dimensions}>
          <legend>Slices by</legend>
          {SliceDimension.options.map((id) => {
            const isChosen = dimensions.includes(id);
            return (
              <label key={id}>
                <input
                  type="checkbox"
                  checked={isChosen}
                  disabled={isChosen && dimensions.length === 1}
                  onChange={() => chooseCompare({ dimensions: toggled(dimensions, id) })}
                />
                {dimensionLabel(id)}
              </label>
            );
          })}
        </fieldset>
      </Popover>
      <label>
        up to
        <select
          value={depth}
          onChange={({ target }) => chooseCompare({ depth: Number(target.value) })}
        >
          {DEPTHS.map((each) => (
            <option key={each} value={each}>
              {each === 1 ? '1 condition' : `${String(each)} conditions`}
            </option>
          ))}
        </select>
      </label>
      <SupportField />
    </>
  );
}

/** Asked for when typing has come to rest, not at every digit. */
const REST_MS = 400;

function SupportField() {
  const { minSupport } = useCompareOptions();
  const [typed, setTyped] = useState<string>();
  useEffect(() => {
    if (typed === undefined) return undefined;
    const timer = setTimeout(() => {
      const value = Number(typed);
      if (Number.isInteger(value) && value >= 2 && value <= 100_000)
        chooseCompare({ minSupport: value });
      setTyped(undefined);
    }, REST_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  return (
    <label>
      at least
      <input
        type="number"
        min={2}
        max={100_000}
        value={typed ?? minSupport}
        onChange={({ target }) => setTyped(target.value)}
      />
      instances
    </label>
  );
}
