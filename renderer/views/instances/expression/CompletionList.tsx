import { useEffect, useRef } from 'react';
import type { Completion } from '../../../../shared/filter/complete.ts';
import styles from './CompletionList.module.css';

export const optionId = (listId: string, index: number) => `${listId}-${index}`;

/** What can stand at the caret; the arrow keys of the field choose, Tab takes the first. */
export function CompletionList({
  id,
  options,
  active,
  onChoose,
}: {
  readonly id: string;
  readonly options: readonly Completion[];
  /** -1 for none. */
  readonly active: number;
  readonly onChoose: (index: number) => void;
}) {
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    <ul ref={list} id={id} className={styles.list} role="listbox" aria-label="Completions">
      {options.map(({ label, kind, hint }, index) => (
        <li
          key={`${kind}:${label}`}
          id={optionId(id, index)}
          role="option"
          aria-selected={index === active}
          className={styles.option}
          // the field keeps the focus
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChoose(index)}
        >
          <code>{label}</code>
          <small>{hint ?? (kind === 'word' ? '' : kind)}</small>
        </li>
      ))}
    </ul>
  );
}
