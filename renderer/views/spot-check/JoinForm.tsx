import { useState } from 'react';
import type { Sample } from '../../../shared/model/sample.ts';
import { Button } from '../../components/button/Button.tsx';
import { ErrorText } from '../../components/error-text/ErrorText.tsx';
import { TextField } from '../../components/field/TextField.tsx';
import { Meter } from '../../components/meter/Meter.tsx';
import { formatMoment } from '../../components/score/format-moment.ts';
import { navigate } from '../../stores/route-store.ts';
import { joinSample, useSamples } from '../../stores/samples-store.ts';
import styles from './JoinForm.module.css';

/** Who rates: a new name, or somebody who goes on. */
export function JoinForm({ sample }: { readonly sample: Sample }) {
  const [name, setName] = useState('');
  const error = useSamples((state) => state.error);
  const takenName = useSamples((state) => state.takenName);
  const isTaken = takenName !== undefined && takenName === name;
  const sit = async (rater: string, isReturning: boolean) => {
    const kept = await joinSample(sample.id, rater, isReturning);
    if (kept === undefined) return;
    navigate({ view: { sample: sample.id, rater: kept, at: 'next' } });
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
          hint="Ratings carry it. Models and the judge stay hidden until you have rated."
          value={name}
          onChange={setName}
        />
        <Button variant="primary" type="submit" isDisabled={name.trim() === ''}>
          Begin rating
        </Button>
      </form>
      {error !== undefined && (
        <ErrorText
          error={error}
          hasHelp={!isTaken}
          actions={
            isTaken && <Button onClick={() => void sit(name, true)}>I am the same person</Button>
          }
        />
      )}
      {sample.raters.length > 0 && (
        <table>
          <caption>Raters</caption>
          <thead>
            <tr>
              <th scope="col">Name</th>
              <th scope="col">Since</th>
              <th scope="col">Rated</th>
              <th scope="col">
                <span className={styles.unseen}>Go on</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {sample.raters.map(({ rater, joinedAt, done, total }) => (
              <tr key={rater}>
                <td>{rater}</td>
                <td>{formatMoment(joinedAt)}</td>
                <td className={styles.progress}>
                  {done} of {total}
                  <Meter value={total === 0 ? 0 : done / total} tone="accent" />
                </td>
                <td>
                  <Button aria-label={`Go on as ${rater}`} onClick={() => void sit(rater, true)}>
                    {done === total ? 'Look again' : 'Go on'}
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
