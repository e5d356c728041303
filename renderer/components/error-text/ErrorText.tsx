import { TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { helpFor } from './help-by-code.ts';
import styles from './ErrorText.module.css';

/** An expected failure: the engine's message, help by its code, and what can be done here. */
export function ErrorText({
  error,
  actions,
  hasHelp = true,
}: {
  readonly error: { readonly code: string; readonly message: string };
  readonly actions?: ReactNode;
  /** False where the message itself says what to do with what was typed here. */
  readonly hasHelp?: boolean;
}) {
  const help = hasHelp ? helpFor(error.code) : undefined;
  return (
    <div className={styles.error} role="alert">
      <TriangleAlert size={16} aria-hidden="true" />
      <div>
        <p className={styles.message}>{error.message}</p>
        {help !== undefined && <p className={styles.help}>{help}</p>}
        {actions !== undefined && <div className={styles.actions}>{actions}</div>}
      </div>
    </div>
  );
}
