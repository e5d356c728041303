import { useId, type ReactNode } from 'react';
import { Button } from '../../components/button/Button.tsx';
import { ErrorText } from '../../components/error-text/ErrorText.tsx';
import { Spinner } from '../../components/spinner/Spinner.tsx';
import type { Answered } from '../../stores/asked-loader.ts';
import { latest, type AsyncData } from '../../stores/async-data.ts';
import styles from './Section.module.css';

/** A part of the comparison under its heading. */
export function Section({
  title,
  controls,
  note,
  children,
}: {
  readonly title: string;
  readonly controls?: ReactNode;
  readonly note?: ReactNode;
  readonly children: ReactNode;
}) {
  const id = useId();
  return (
    <section className={styles.section} aria-labelledby={id}>
      <header className={styles.bar}>
        <h2 id={id}>{title}</h2>
        {controls}
      </header>
      {note !== undefined && <p className={styles.note}>{note}</p>}
      {children}
    </section>
  );
}

/** What was answered, or why there is no answer yet; the answer before stays while a new one is made. */
export function WithAnswer<Q, A>({
  state,
  onRetry,
  children,
}: {
  readonly state: AsyncData<Answered<Q, A>>;
  readonly onRetry: () => void;
  readonly children: (answer: A) => ReactNode;
}) {
  const answered = latest(state);
  if (state.status === 'failed') {
    const again = <Button onClick={onRetry}>Try again</Button>;
    return <ErrorText error={state.error} actions={again} />;
  }
  if (answered === undefined) {
    return (
      <div className={styles.waiting}>
        <Spinner />
      </div>
    );
  }
  return (
    <div className={styles.answer} aria-busy={state.status === 'loading'}>
      {children(answered.answer)}
    </div>
  );
}

/** What cannot be computed, or holds with a limit. */
export function Said({ notes }: { readonly notes: readonly string[] }) {
  const said = [...new Set(notes)];
  if (said.length === 0) return null;
  return (
    <ul className={styles.said}>
      {said.map((note) => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  );
}
