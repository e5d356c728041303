import type { InstanceFilter } from '../../../shared/model/filter.ts';
import { setState } from '../../stores/filter-edit.ts';
import { navigate, useRoute } from '../../stores/route-store.ts';
import styles from './StateFilter.module.css';

type State = NonNullable<InstanceFilter['state']>;

export const STATE_LABELS: Readonly<Record<State, string>> = {
  answered: 'Answered',
  unanswered: 'Unanswered',
  problems: 'Problems',
};
const STATES = Object.keys(STATE_LABELS) as readonly State[];

/** Whether there is a response, and whether something was found wrong while reading. */
export function StateFilter() {
  const filter = useRoute((route) => route.filter);
  return (
    <div className={styles.states} role="group" aria-label="State">
      {STATES.map((state) => (
        <button
          key={state}
          type="button"
          className={styles.state}
          aria-pressed={filter.state === state}
          onClick={() =>
            navigate({ filter: setState(filter, filter.state === state ? undefined : state) })
          }
        >
          {STATE_LABELS[state]}
        </button>
      ))}
    </div>
  );
}
