import styles from './SheetTabs.module.css';

/** The names of a file's sheets; the chosen one is marked. */
export function SheetTabs({
  names,
  chosen,
  onChoose,
}: {
  readonly names: readonly string[];
  readonly chosen: number;
  readonly onChoose: (index: number) => void;
}) {
  return (
    <div className={styles.tabs} role="tablist" aria-label="Sheets">
      {names.map((name, index) => (
        <button
          key={name}
          type="button"
          role="tab"
          aria-selected={index === chosen}
          onClick={() => onChoose(index)}
        >
          {name}
        </button>
      ))}
    </div>
  );
}
