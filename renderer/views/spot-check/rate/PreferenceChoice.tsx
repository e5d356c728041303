import { PREFERENCES, RATING_LEVELS, type BlindUnit } from '../../../../shared/model/rating.ts';
import { Kbd } from '../../../components/kbd/Kbd.tsx';
import { PREFERENCE_LABELS } from '../labels.ts';
import scale from './ScaleChoice.module.css';
import { sayLevel } from './use-rating-actions.ts';

/** Which of the two is better; a tie leans one way. */
export function PreferenceChoice({ unit }: { readonly unit: BlindUnit }) {
  const cannot = unit.given.find((one) => one.cannot !== undefined)?.cannot;
  return (
    <div className={scale.levels} role="group" aria-label="Which is better">
      <p className={scale.question}>Which of the two responses is better?</p>
      {PREFERENCES.map((preference, at) => {
        const value = RATING_LEVELS[at];
        return (
          <button
            key={preference}
            type="button"
            aria-pressed={unit.preference === preference}
            onClick={() => {
              if (value !== undefined) void sayLevel(value);
            }}
          >
            <Kbd keys={String(at + 1)} />
            <span>{PREFERENCE_LABELS[preference]}</span>
          </button>
        );
      })}
      {cannot !== undefined && <p>Cannot judge: {cannot}</p>}
    </div>
  );
}
