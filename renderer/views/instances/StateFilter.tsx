import type { InstanceFilter } from '../../../shared/model/filter.ts';
import { facetValues, setFacet, setState } from '../../stores/filter-edit.ts';
import { navigate, useRoute } from '../../stores/route-store.ts';
import styles from './StateFilter.module.css';

type State = NonNullable<InstanceFilter['state']>;

export const STATE_LABELS: Readonly<Record<State, string>> = {
  answered: 'Answered',
  unanswered: 'Unanswered',
  problems: 'Problems',
};
const STATES = Object.keys(STATE_LABELS) as readonly State[];

/** One click to the instances that need a look: without a response, with problems, flagged. */
export function StateFilter() {
  const filter = useRoute((route) => route.filter);
  const isFlagged = facetValues(filter, 'flagged').join() === 'yes';
  const withoutFlag = isFlagged ? setFacet(filter, 'flagged', []) : filter;
  const choices: readonly (State | undefined)[] = [undefined, ...STATES];
  return (
    <div className={styles.states} role="group" aria-label="State">
      {choices.map((state) => (
        <button
          key={state ?? 'all'}
          type="button"
          className={styles.state}
          aria-pressed={filter.state === state && !(state === undefined && isFlagged)}
          onClick={() => navigate({ filter: setState(withoutFlag, state) })}
        >
          {state === undefined ? 'All' : STATE_LABELS[state]}
        </button>
      ))}
      <button
        type="button"
        className={styles.state}
        aria-pressed={isFlagged}
        onClick={() =>
          navigate({ filter: setFacet(setState(filter, undefined), 'flagged', ['yes']) })
        }
      >
        Flagged
      </button>
    </div>
  );
}
