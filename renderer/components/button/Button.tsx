import type { ButtonHTMLAttributes } from 'react';
import { actionOf, type ActionId } from '../../hooks/keymap.ts';
import styles from './Button.module.css';

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** `primary`: the one thing to do here; `quiet`: without a border. */
  readonly variant?: 'plain' | 'primary' | 'quiet' | 'danger';
  readonly isPressed?: boolean | undefined;
  readonly isDisabled?: boolean;
  /** Action that does the same; a tooltip names it with its key. */
  readonly action?: ActionId;
}

export function Button({
  variant = 'plain',
  isPressed,
  isDisabled,
  action,
  className,
  ...rest
}: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      disabled={isDisabled}
      aria-pressed={isPressed}
      data-tip={action === undefined ? undefined : actionOf(action).label}
      data-tip-keys={action === undefined ? undefined : actionOf(action).keys[0]}
      data-variant={variant}
      className={className === undefined ? styles.button : `${styles.button} ${className}`}
    />
  );
}
