import styles from './Spinner.module.css';

/** Something is on its way; drawn only after a moment, so that quick answers do not flicker. */
export function Spinner({ label = 'Loading' }: { readonly label?: string }) {
  return (
    <span className={styles.spinner} role="status">
      <span className={styles.ring} aria-hidden="true" />
      <span className="visually-hidden">{label}</span>
    </span>
  );
}
