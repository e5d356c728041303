import styles from './ModelBadge.module.css';

/** A model's letter in its colour. */
export function ModelBadge({ tone }: { readonly tone: string }) {
  return (
    <i className={styles.badge} data-tone={tone}>
      {tone.toUpperCase()}
    </i>
  );
}
