import { useEffect, useRef, useState } from 'react';
import { Button } from '../button/Button.tsx';
import styles from './WordsEntry.module.css';

/** Words to type at once: Enter keeps them, Shift+Enter is a new line, Escape leaves them. */
export function WordsEntry({
  label,
  initial = '',
  maxLength,
  mayBeEmpty = false,
  onKeep,
  onLeave,
}: {
  readonly label: string;
  readonly initial?: string;
  readonly maxLength: number;
  readonly mayBeEmpty?: boolean;
  /** Gets what was typed, as it stands. */
  readonly onKeep: (text: string) => void;
  readonly onLeave: () => void;
}) {
  const [text, setText] = useState(initial);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  const canKeep = mayBeEmpty || text.trim() !== '';
  const keep = () => {
    if (canKeep) onKeep(text);
  };
  return (
    <form
      className={styles.words}
      onSubmit={(event) => {
        event.preventDefault();
        keep();
      }}
    >
      <label>
        {label}
        <textarea
          ref={field}
          rows={3}
          value={text}
          maxLength={maxLength}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') {
              event.stopPropagation();
              onLeave();
            }
            if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
            event.preventDefault();
            keep();
          }}
        />
      </label>
      <footer>
        <Button type="submit" variant="primary" isDisabled={!canKeep}>
          Keep
        </Button>
        <Button onClick={onLeave}>Leave</Button>
      </footer>
    </form>
  );
}
