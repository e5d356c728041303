import type { Alignment } from '../../../../shared/model/alignment.ts';
import { Button } from '../../../components/button/Button.tsx';
import { forgetPairs } from '../../../stores/alignment-store.ts';
import styles from './AlignedView.module.css';

/** Says that pairs made by hand no longer hold, because what they were made for is another text now. */
export function StaleNotice({
  alignment,
  instanceKey,
  models,
}: {
  readonly alignment: Alignment | undefined;
  readonly instanceKey: string;
  readonly models: readonly string[];
}) {
  const stale = (alignment?.hand ?? []).filter((each) => each.stale > 0);
  if (stale.length === 0) return null;
  const count = stale.reduce((sum, each) => sum + each.stale, 0);
  return (
    <p className={styles.notice} role="status">
      {count === 1 ? 'A pair' : `${count} pairs`} made by hand (
      {stale.map(({ model }) => model).join(', ')}) no longer {count === 1 ? 'holds' : 'hold'}: the
      text has changed since.
      <Button
        onClick={() => void forgetPairs({ key: instanceKey, models: [...models], isStale: true })}
      >
        Forget {count === 1 ? 'it' : 'them'}
      </Button>
    </p>
  );
}
