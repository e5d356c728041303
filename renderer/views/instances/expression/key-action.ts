/** What a key does in the field of an expression; undefined where it does what it always does. */
export type KeyAction =
  | { readonly kind: 'choose' | 'accept'; readonly index: number }
  | { readonly kind: 'open' | 'close' | 'apply' | 'clear' | 'leave' };

interface Field {
  readonly isEmpty: boolean;
  /** Completions are shown. */
  readonly isOpen: boolean;
  readonly options: number;
  /** Index of the one chosen, -1 for none. */
  readonly active: number;
  /** Something was begun that a completion would replace. */
  readonly hasPart: boolean;
}

export function keyAction(
  { key, ctrlKey, shiftKey }: { key: string; ctrlKey: boolean; shiftKey: boolean },
  { isEmpty, isOpen, options, active, hasPart }: Field,
): KeyAction | undefined {
  switch (key) {
    case 'ArrowDown':
      return isOpen ? { kind: 'choose', index: (active + 1) % options } : { kind: 'open' };
    case 'ArrowUp':
      if (!isOpen) return undefined;
      return { kind: 'choose', index: (active <= 0 ? options : active) - 1 };
    case ' ':
      return ctrlKey ? { kind: 'open' } : undefined;
    case 'Tab':
      // Tab leaves the field where nothing was begun
      if (!isOpen || shiftKey || (active < 0 && !hasPart)) return undefined;
      return { kind: 'accept', index: Math.max(0, active) };
    case 'Enter':
      return isOpen && active >= 0 ? { kind: 'accept', index: active } : { kind: 'apply' };
    case 'Escape':
      if (isOpen) return { kind: 'close' };
      return { kind: isEmpty ? 'leave' : 'clear' };
    default:
      return undefined;
  }
}
