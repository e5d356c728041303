import { Check, Hand, Link2, Move, Unlink } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { useState, type ReactNode } from 'react';
import styles from './CellMenu.module.css';

/** A partner that may be chosen; `row` from 0, absent where it is in none that is shown. */
export interface Partner {
  readonly index: number;
  readonly label: string;
  readonly row: number | undefined;
  readonly isCurrent: boolean;
}

export interface CellMenuProps {
  /** Why the cell stands where it does; its button's tooltip and name. */
  readonly why: string;
  readonly kind: 'hand' | 'moved' | 'paired' | 'alone';
  /** Asked when the menu is opened. */
  readonly partners: () => readonly Partner[];
  readonly onPair: (index: number) => void;
  /** Absent where it has no partner. */
  readonly onApart: (() => void) | undefined;
  /** Absent where nothing was said by hand. */
  readonly onReset: (() => void) | undefined;
}

const ICONS: Readonly<Record<CellMenuProps['kind'], ReactNode>> = {
  hand: <Hand size={12} aria-hidden="true" />,
  moved: <Move size={12} aria-hidden="true" />,
  paired: <Link2 size={12} aria-hidden="true" />,
  alone: <Unlink size={12} aria-hidden="true" />,
};

/**
 * Says why a cell is paired, and corrects it by hand. A plain button until it is first used: an instance
 * has hundreds of these, and menus are heavy.
 */
export function CellMenu(props: CellMenuProps) {
  const { why, kind } = props;
  const [wasOpened, setOpened] = useState(false);
  const button = {
    type: 'button',
    className: styles.trigger,
    'data-kind': kind,
    'data-pair-menu': '',
    'data-tip': why,
    'data-tip-keys': 'p',
    'aria-label': `${why}. Correct the pair`,
    children: ICONS[kind],
  } as const;
  if (!wasOpened)
    return <button {...button} aria-haspopup="menu" onClick={() => setOpened(true)} />;
  return <Menu {...props} trigger={<DropdownMenu.Trigger {...button} />} />;
}

function Menu({
  why,
  partners,
  onPair,
  onApart,
  onReset,
  trigger,
}: CellMenuProps & { readonly trigger: ReactNode }) {
  const [isOpen, setOpen] = useState(true);
  const choices = isOpen ? partners() : [];
  return (
    <DropdownMenu.Root open={isOpen} onOpenChange={setOpen}>
      {trigger}
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          className={styles.menu}
          align="end"
          sideOffset={4}
          collisionPadding={8}
        >
          <DropdownMenu.Label className={styles.why}>{why}</DropdownMenu.Label>
          {choices.length > 0 && (
            <DropdownMenu.Group className={styles.partners}>
              {choices.map(({ index, label, row, isCurrent }) => (
                <DropdownMenu.Item
                  key={index}
                  className={styles.item}
                  disabled={isCurrent}
                  onSelect={() => onPair(index)}
                >
                  <span className={styles.mark}>{isCurrent && <Check size={12} />}</span>
                  <span className={styles.label}>
                    {isCurrent ? '' : 'Pair with '}
                    {label}
                  </span>
                  {row !== undefined && <small>row {row + 1}</small>}
                </DropdownMenu.Item>
              ))}
            </DropdownMenu.Group>
          )}
          {onApart !== undefined && (
            <DropdownMenu.Item className={styles.item} onSelect={onApart}>
              <span className={styles.mark} />
              Set apart: it has no partner
            </DropdownMenu.Item>
          )}
          {onReset !== undefined && (
            <DropdownMenu.Item className={styles.item} onSelect={onReset}>
              <span className={styles.mark} />
              Forget all pairs made by hand here
            </DropdownMenu.Item>
          )}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
