import { ChevronDown, ChevronUp } from 'lucide-react';
import { Button } from '../../components/button/Button.tsx';
import { IconButton } from '../../components/button/IconButton.tsx';
import { Popover } from '../../components/popover/Popover.tsx';
import { formatCount } from '../../components/score/format-score.ts';
import { toggleModel } from '../../stores/chosen-models.ts';
import { useAllModels, useModels } from '../../stores/models-store.ts';
import { navigate } from '../../stores/route-store.ts';
import styles from './ModelPicker.module.css';

/** Which models are shown, and as which letter: the order decides A, B, C, D. */
export function ModelPicker() {
  const all = useAllModels();
  const chosen = useModels();
  const names = chosen.map((model) => model.name);
  if (all.length === 0) return null;
  const choose = (models: readonly string[]) => navigate({ models });
  const moveUp = (index: number) => {
    const next = [...names];
    const [name] = next.splice(index, 1);
    if (name !== undefined) next.splice(index - 1, 0, name);
    choose(next);
  };
  const others = all.filter((model) => !names.includes(model.name));
  return (
    <Popover
      label="Models"
      align="end"
      trigger={
        <Button>
          <span className="visually-hidden">Models</span>
          {chosen.map((model) => (
            <span key={model.name} className={styles.badge} data-tone={model.tone}>
              <i>{model.tone.toUpperCase()}</i>
              {model.name}
            </span>
          ))}
          {others.length > 0 && <span className={styles.rest}>+{others.length}</span>}
          <ChevronDown size={13} aria-hidden="true" />
        </Button>
      }
    >
      <div className={styles.picker}>
        <h3>Shown, in this order</h3>
        <ul>
          {chosen.map((model, index) => (
            <li key={model.name}>
              <label>
                <input
                  type="checkbox"
                  checked
                  disabled={chosen.length === 1}
                  onChange={() => choose(toggleModel(names, model.name))}
                />
                <span className={styles.badge} data-tone={model.tone}>
                  <i>{model.tone.toUpperCase()}</i>
                  {model.name}
                </span>
              </label>
              <span className={styles.count}>{formatCount(model.responses)}</span>
              <IconButton
                label={`Move ${model.name} up`}
                isDisabled={index === 0}
                onClick={() => moveUp(index)}
              >
                <ChevronUp size={14} />
              </IconButton>
            </li>
          ))}
        </ul>
        {others.length > 0 && (
          <>
            <h3>Not shown</h3>
            <ul>
              {others.map((model) => (
                <li key={model.name}>
                  <label>
                    <input
                      type="checkbox"
                      checked={false}
                      onChange={() => choose(toggleModel(names, model.name))}
                    />
                    <span className={styles.badge}>{model.name}</span>
                  </label>
                  <span className={styles.count}>{formatCount(model.responses)}</span>
                </li>
              ))}
            </ul>
            {chosen.length === 4 && (
              <p className={styles.note}>Four at most: one more takes the place of A.</p>
            )}
          </>
        )}
      </div>
    </Popover>
  );
}
