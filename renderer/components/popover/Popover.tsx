import { Popover as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import styles from './Popover.module.css';

/** A small panel that a button opens; `trigger` is that button. */
export function Popover({
  trigger,
  label,
  align = 'start',
  isOpen,
  onOpenChange,
  children,
}: {
  readonly trigger: ReactNode;
  /** Name of the panel. */
  readonly label: string;
  readonly align?: 'start' | 'center' | 'end';
  /** Where something else opens or closes it, too; else it keeps this itself. */
  readonly isOpen?: boolean;
  readonly onOpenChange?: (isOpen: boolean) => void;
  readonly children: ReactNode;
}) {
  return (
    <Radix.Root
      {...(isOpen === undefined ? {} : { open: isOpen })}
      {...(onOpenChange === undefined ? {} : { onOpenChange })}
    >
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          className={styles.popover}
          align={align}
          sideOffset={6}
          collisionPadding={8}
          aria-label={label}
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
