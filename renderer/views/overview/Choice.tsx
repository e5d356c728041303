import styles from './Choice.module.css';

/** One of a few, beside each other. */
export function Choice<T extends string>({
  label,
  options,
  value,
  onChange,
}: {
  readonly label: string;
  readonly options: readonly (readonly [value: T, label: string, title?: string])[];
  readonly value: T;
  readonly onChange: (value: T) => void;
}) {
  return (
    <div className={styles.choice} role="group" aria-label={label}>
      {options.map(([each, text, title]) => (
        <button
          key={each}
          type="button"
          aria-pressed={each === value}
          data-tip={title}
          onClick={() => onChange(each)}
        >
          {text}
        </button>
      ))}
    </div>
  );
}
