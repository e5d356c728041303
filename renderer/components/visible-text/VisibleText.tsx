import { Fragment } from 'react';
import { isAllSeen, splitHidden } from './hidden-characters.ts';
import styles from './VisibleText.module.css';

/** Text as it is written: characters that are never seen stand in it by their names. */
export function VisibleText({ text }: { readonly text: string }) {
  if (isAllSeen(text)) return text;
  return splitHidden(text).map((part, index) =>
    typeof part === 'string' ? (
      <Fragment key={index}>{part}</Fragment>
    ) : (
      <span key={index} className={styles.hidden} title={part.title} data-hidden={part.name}>
        {part.name}
      </span>
    ),
  );
}
