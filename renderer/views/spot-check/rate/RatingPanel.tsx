import type { BlindUnit, RatingSession } from '../../../../shared/model/rating.ts';
import { Button } from '../../../components/button/Button.tsx';
import { ErrorText } from '../../../components/error-text/ErrorText.tsx';
import { Kbd } from '../../../components/kbd/Kbd.tsx';
import { Meter } from '../../../components/meter/Meter.tsx';
import { runAction } from '../../../hooks/use-action.ts';
import { useRating } from '../../../stores/rating-session-store.ts';
import { PreferenceChoice } from './PreferenceChoice.tsx';
import styles from './RatingPanel.module.css';
import { RevealedPanel } from './RevealedPanel.tsx';
import { ScaleChoice } from './ScaleChoice.tsx';
import { WordsForm } from './WordsForm.tsx';

/** Where the rater is, what is asked now, and what comes behind it. */
export function RatingPanel({
  unit,
  session,
}: {
  readonly unit: BlindUnit;
  readonly session: RatingSession | undefined;
}) {
  const error = useRating((state) => state.error);
  const isPair = unit.steps.length === 0 && unit.responses.length > 1;
  return (
    <aside className={styles.panel} aria-label="Rating">
      <header>
        <p className={styles.place}>
          <strong>
            {unit.position + 1} of {unit.total}
          </strong>
          {session !== undefined && (
            <span>
              {session.rater} · {session.done} done
            </span>
          )}
        </p>
        {session !== undefined && <Meter value={session.done / session.total} tone="accent" />}
        {unit.isStale && (
          <p className={styles.stale}>What you rated has changed since: look at it again.</p>
        )}
      </header>
      <div className={styles.scales}>
        {unit.isGone ? undefined : unit.isRevealed ? (
          <RevealedPanel unit={unit} />
        ) : isPair ? (
          <PreferenceChoice unit={unit} />
        ) : (
          <ScaleChoice unit={unit} />
        )}
        {unit.note !== undefined && <p className={styles.note}>Note: {unit.note}</p>}
      </div>
      {error !== undefined && <ErrorText error={error} />}
      <WordsForm unit={unit} />
      <Next unit={unit} canUndo={session?.canUndo === true} />
    </aside>
  );
}

/** Said to those who do not see it, too. */
function Next({ unit, canUndo }: { readonly unit: BlindUnit; readonly canUndo: boolean }) {
  const isLast = unit.position + 1 >= unit.total;
  const button = (action: Parameters<typeof runAction>[0], keys: string, label: string) => (
    <Button onClick={() => runAction(action)}>
      {label} <Kbd keys={keys} />
    </Button>
  );
  return (
    <footer className={styles.next}>
      <p role="status">
        {unit.isDone && !unit.isRevealed
          ? isLast
            ? 'Rated; this is the last one.'
            : 'Rated.'
          : ''}
      </p>
      <div>
        {unit.isDone && !unit.isRevealed && button('rate.reveal', 'r', 'Show model and judge')}
        {!isLast && button('rate.next', 'j', 'Next')}
        {!unit.isRevealed && !unit.isGone && button('rate.cannot', '0', 'Cannot judge')}
        {!unit.isGone && button('rate.note', 'n', 'Note')}
        {canUndo && button('rate.undo', 'u', 'Undo')}
      </div>
    </footer>
  );
}
