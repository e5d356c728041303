import { X } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { IconButton } from '../button/IconButton.tsx';
import styles from './Dialog.module.css';

/** A modal dialog: focus stays inside, Escape closes, the focus goes back where it was. */
export function Dialog({
  title,
  description,
  isTitleHidden = false,
  width = 560,
  onClose,
  children,
}: {
  readonly title: string;
  readonly description?: string;
  readonly isTitleHidden?: boolean;
  readonly width?: number;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  return (
    <Radix.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Radix.Portal>
        <Radix.Overlay className={styles.overlay} />
        <Radix.Content
          className={styles.dialog}
          style={{ maxWidth: width }}
          onOpenAutoFocus={focusDialog}
          {...(description === undefined ? { 'aria-describedby': undefined } : {})}
        >
          <header className={isTitleHidden ? 'visually-hidden' : styles.header}>
            <div>
              <Radix.Title className={styles.title}>{title}</Radix.Title>
              {description !== undefined && (
                <Radix.Description className={styles.description}>{description}</Radix.Description>
              )}
            </div>
            {!isTitleHidden && (
              <IconButton label="Close" onClick={onClose}>
                <X size={16} />
              </IconButton>
            )}
          </header>
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

/** A field that asks for the focus gets it, else the dialog itself: no button is lit up unasked. */
function focusDialog(event: Event): void {
  if (!(event.currentTarget instanceof HTMLElement)) return;
  event.preventDefault();
  const field = event.currentTarget.querySelector<HTMLElement>('[data-autofocus]');
  (field ?? event.currentTarget).focus();
}
