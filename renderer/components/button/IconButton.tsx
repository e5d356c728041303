import type { ButtonHTMLAttributes, ReactNode } from 'react';
import { actionOf, type ActionId } from '../../hooks/keymap.ts';
import styles from './IconButton.module.css';

export interface IconButtonProps extends Omit<
  ButtonHTMLAttributes<HTMLButtonElement>,
  'aria-label'
> {
  /** Its name, and its tooltip. */
  readonly label: string;
  /** Action that does the same; its key is shown in the tooltip. */
  readonly action?: ActionId;
  readonly isDisabled?: boolean;
  readonly isPressed?: boolean | undefined;
  readonly children: ReactNode;
}

/** A button that shows an icon only; its label is the tooltip and the accessible name. */
export function IconButton({
  label,
  action,
  isDisabled,
  isPressed,
  className,
  ...rest
}: IconButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      disabled={isDisabled}
      aria-label={label}
      aria-pressed={isPressed}
      data-tip={label}
      data-tip-keys={action === undefined ? undefined : actionOf(action).keys[0]}
      className={className === undefined ? styles.button : `${styles.button} ${className}`}
    />
  );
}
