import { useState } from 'react';
import type { QcOverview, QcPhase } from '../../../../shared/model/quality-control.ts';
import { Button } from '../../../components/button/Button.tsx';
import { ErrorText } from '../../../components/error-text/ErrorText.tsx';
import { TextField } from '../../../components/field/TextField.tsx';
import { formatCount } from '../../../components/score/format-score.ts';
import { joinQc, useQc } from '../../../stores/qc-store.ts';
import { navigate } from '../../../stores/route-store.ts';
import styles from './JoinForm.module.css';
import table from './Table.module.css';

/** Who works: a new name, or somebody who goes on. */
export function JoinForm({ overview }: { readonly overview: QcOverview }) {
  const [name, setName] = useState('');
  const error = useQc((state) => state.error);
  const takenName = useQc((state) => state.takenName);
  const isTaken = takenName !== undefined && takenName === name;
  const sit = async (given: string, isReturning: boolean) => {
    const kept = await joinQc(given, isReturning);
    if (kept !== undefined) navigate({ view: { name: kept, phase: firstPhase(overview) } });
  };
  return (
    <div className={styles.join}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() !== '') void sit(name, false);
        }}
      >
        <TextField
          label="Your name"
          hint="Verdicts carry it. Nobody checks what they reviewed themselves."
          value={name}
          onChange={setName}
        />
        <Button variant="primary" type="submit" isDisabled={name.trim() === ''}>
          Begin
        </Button>
      </form>
      {error !== undefined && isTaken && (
        <ErrorText
          error={error}
          hasHelp={false}
          actions={<Button onClick={() => void sit(name, true)}>I am the same person</Button>}
        />
      )}
      {overview.people.length > 0 && (
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">Name</th>
              <th scope="col" className={table.number}>
                Reviewed
              </th>
              <th scope="col" className={table.number}>
                Checked
              </th>
              <th scope="col" className={table.number}>
                Decided
              </th>
              <th scope="col">
                <span className="visually-hidden">Go on</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {overview.people.map((person) => (
              <tr key={person.name}>
                <td>{person.name}</td>
                <td className={table.number}>{formatCount(person.reviewed)}</td>
                <td className={table.number}>{formatCount(person.checked)}</td>
                <td className={table.number}>{formatCount(person.decided)}</td>
                <td className={table.act}>
                  <Button
                    aria-label={`Go on as ${person.name}`}
                    onClick={() => void sit(person.name, true)}
                  >
                    Go on
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}

/** What there is most of to do, reviews first. */
function firstPhase({ states }: QcOverview): QcPhase {
  if (states.open > 0) return 'review';
  return states.reviewed > 0 ? 'check' : states.disputed > 0 ? 'decide' : 'review';
}
