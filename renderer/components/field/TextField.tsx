import { useId } from 'react';
import { Field, type FieldWords } from './Field.tsx';
import styles from './Field.module.css';

/** A line of text; numbers too, so that what is half typed can stand. */
export function TextField({
  value,
  onChange,
  placeholder,
  suffix,
  isCode = false,
  isNumber = false,
  suggestions,
  ...words
}: FieldWords & {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly placeholder?: string;
  /** Unit, behind the field. */
  readonly suffix?: string;
  readonly isCode?: boolean;
  readonly isNumber?: boolean;
  readonly suggestions?: readonly string[];
}) {
  const listId = useId();
  const hasList = suggestions !== undefined && suggestions.length > 0;
  return (
    <Field {...words}>
      {(facts) => (
        <div className={styles.row}>
          <input
            {...facts}
            className={styles.control}
            data-code={isCode || undefined}
            value={value}
            placeholder={placeholder}
            inputMode={isNumber ? 'decimal' : undefined}
            spellCheck={false}
            autoComplete="off"
            list={hasList ? listId : undefined}
            onChange={(event) => onChange(event.target.value)}
          />
          {suffix !== undefined && <span className={styles.suffix}>{suffix}</span>}
          {hasList && (
            <datalist id={listId}>
              {suggestions.map((each) => (
                <option key={each} value={each} />
              ))}
            </datalist>
          )}
        </div>
      )}
    </Field>
  );
}
