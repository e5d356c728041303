import { RATING_LEVELS, type BlindUnit, type RatingStep } from '../../../../shared/model/rating.ts';
import { Kbd } from '../../../components/kbd/Kbd.tsx';
import { goToStep, isSameStep, useRating } from '../../../stores/rating-session-store.ts';
import { stepLabel } from '../labels.ts';
import styles from './ScaleChoice.module.css';
import { sayLevel } from './use-rating-actions.ts';

/** The scales of a response; the one that the next key rates is open with its rubric. */
export function ScaleChoice({ unit }: { readonly unit: BlindUnit }) {
  const current = useRating((state) => state.step);
  return (
    <ol className={styles.steps}>
      {unit.steps.map((step, at) => (
        <li key={stepLabel(step)} data-current={at === current || undefined}>
          <button
            type="button"
            className={styles.title}
            aria-expanded={at === current}
            onClick={() => goToStep(at)}
          >
            <span>{stepLabel(step)}</span>
            <Given unit={unit} step={step} />
          </button>
          {at === current && <Levels unit={unit} step={step} />}
        </li>
      ))}
    </ol>
  );
}

function Given({ unit, step }: { readonly unit: BlindUnit; readonly step: RatingStep }) {
  const given = unit.given.find((one) => isSameStep(one, step));
  if (given === undefined) return <span className={styles.open}>–</span>;
  if (given.value === undefined) return <span className={styles.cannot}>cannot judge</span>;
  return <span className={styles.value}>{given.value}</span>;
}

function Levels({ unit, step }: { readonly unit: BlindUnit; readonly step: RatingStep }) {
  const rubric = useRating((state) => state.rubrics.find(({ metric }) => metric === step.metric));
  const given = unit.given.find((one) => isSameStep(one, step));
  const levels = rubric?.levels ?? RATING_LEVELS.map((level) => ({ level, text: '' }));
  return (
    <div className={styles.levels}>
      {levels.map(({ level, text }) => {
        const value = RATING_LEVELS.find((one) => one === level);
        return (
          <button
            key={level}
            type="button"
            aria-pressed={given?.value === level}
            onClick={() => {
              if (value !== undefined) void sayLevel(value);
            }}
          >
            <Kbd keys={String(level)} />
            <span>{text}</span>
          </button>
        );
      })}
      {rubric?.isEdited === true && <p>The project’s own rubric, as its judge is given.</p>}
      {given?.cannot !== undefined && <p>Cannot judge: {given.cannot}</p>}
    </div>
  );
}
