import { Field, type FieldWords } from './Field.tsx';
import styles from './Field.module.css';

/** One of a few. */
export function SelectField<T extends string>({
  value,
  options,
  onChange,
  ...words
}: FieldWords & {
  readonly value: T;
  readonly options: readonly (readonly [value: T, label: string])[];
  readonly onChange: (value: T) => void;
}) {
  return (
    <Field {...words}>
      {(facts) => (
        <select
          {...facts}
          className={styles.control}
          value={value}
          onChange={(event) => {
            const chosen = options.find(([each]) => each === event.target.value);
            if (chosen !== undefined) onChange(chosen[0]);
          }}
        >
          {options.map(([each, label]) => (
            <option key={each} value={each}>
              {label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
