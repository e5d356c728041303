import styles from './Kbd.module.css';
import { keyCaps } from '../../hooks/key-match.ts';

const IS_MAC = navigator.platform.startsWith('Mac');

/** A key as it stands in the keymap, e.g. `Mod+K`, drawn as key caps. */
export function Kbd({ keys }: { readonly keys: string }) {
  return (
    <span className={styles.keys}>
      {keyCaps(keys, IS_MAC).map((cap) => (
        <kbd key={cap} className={styles.key}>
          {cap}
        </kbd>
      ))}
    </span>
  );
}
