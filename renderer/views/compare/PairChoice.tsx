import { ArrowLeftRight } from 'lucide-react';
import { IconButton } from '../../components/button/IconButton.tsx';
import { ExampleMark } from '../../components/score/ExampleMark.tsx';
import { MODEL_TONES } from '../../stores/chosen-models.ts';
import { useAllModels } from '../../stores/models-store.ts';
import { navigate } from '../../stores/route-store.ts';
import { ModelBadge } from './ModelBadge.tsx';
import { putModel } from './model-places.ts';
import styles from './PairChoice.module.css';
import { chooseBrush, useComparedModels } from './use-compare.ts';

const NONE = '';

/** Which models are A and B, and up to two more for the matrix. */
export function PairChoice() {
  const all = useAllModels();
  const names = useComparedModels().map(({ name }) => name);
  const choose = (models: readonly string[]) => {
    const isSamePair = models[0] === names[0] && models[1] === names[1];
    if (!isSamePair) chooseBrush(undefined); // it was drawn over the figures of others
    navigate({ models });
  };
  const places = MODEL_TONES.slice(0, Math.min(names.length + 1, all.length));
  return (
    <div className={styles.choice} role="group" aria-label="Models compared">
      {places.map((tone, place) => {
        const isOptional = place > 1;
        const letter = tone.toUpperCase();
        const isExample = all.some(
          ({ name, hasExampleScores }) => name === names[place] && hasExampleScores,
        );
        return (
          <span key={tone} className={styles.place}>
            <ModelBadge tone={tone} />
            <select
              aria-label={`Model ${letter}`}
              value={names[place] ?? NONE}
              onChange={({ target: { value } }) =>
                choose(putModel(names, place, value === NONE ? undefined : value))
              }
            >
              {isOptional && <option value={NONE}>none</option>}
              {all.map(({ name }) => (
                <option key={name} value={name}>
                  {name}
                </option>
              ))}
            </select>
            {isExample && <ExampleMark />}
            {place === 0 && names.length > 1 && (
              <IconButton
                label="Swap A and B"
                action="compare.swap"
                onClick={() => choose(putModel(names, 0, names[1]))}
              >
                <ArrowLeftRight size={14} />
              </IconButton>
            )}
          </span>
        );
      })}
    </div>
  );
}
