// Items that belong together, over the whole window, in the comparison of their modality. Knows nothing
// of instances: gets its sets as props.
import { Dialog, Tabs } from 'radix-ui';
import { X } from 'lucide-react';
import { createElement, useMemo, type KeyboardEvent } from 'react';
import { isKeyOf } from '../../hooks/key-match.ts';
import type { ModalityId } from '../../../shared/model/modality.ts';
import type { CompareEntry, MediaServices, ModalityCompareProps } from '../../modalities/define.ts';
import { CrashBoundary } from '../media-card/CrashBoundary.tsx';
import { focusViewer } from '../media-card/focus-viewer.ts';
import { ModalityIcon } from '../modality-icon/ModalityIcon.tsx';
import { BesideEachOther } from './BesideEachOther.tsx';
import { MarkStrip } from './MarkStrip.tsx';
import type { SheetSet } from './sheet-set.ts';
import styles from './CompareSheet.module.css';
import { useComparedMarks } from './use-compared-marks.ts';
import { hasCompare, useCompare, useItemFacts } from './use-compare.ts';

export interface CompareSheetProps {
  readonly sets: readonly SheetSet[];
  /** Id of the set that is shown. */
  readonly selected: string;
  readonly services: MediaServices;
  readonly onSelect: (id: string) => void;
  readonly onClose: () => void;
  /** What had the focus, and gets it back. */
  readonly returnTo?: HTMLElement | undefined;
}

/** The compare sheet; Escape closes it and the focus goes back where it was. */
export function CompareSheet(props: CompareSheetProps) {
  const { sets, selected, services, onSelect, onClose, returnTo } = props;
  const at = sets.findIndex(({ id }) => id === selected);
  const set = sets[at];
  if (set === undefined) return null;
  const step = (by: number) => {
    const next = sets[at + by];
    if (next !== undefined) onSelect(next.id);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const isTyping = event.target instanceof HTMLElement && event.target.matches('input, textarea');
    if (event.defaultPrevented || isTyping) return;
    const isNext = isKeyOf('sheet.next', event);
    if (!isNext && !isKeyOf('sheet.previous', event)) return;
    // else the page behind would take it: the element that had the focus is gone by then
    event.preventDefault();
    step(isNext ? 1 : -1);
  };
  return (
    <Dialog.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className={styles.overlay} />
        <Dialog.Content
          className={styles.sheet}
          data-viewer-layer=""
          aria-describedby={undefined}
          onKeyDown={onKeyDown}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            returnTo?.focus({ preventScroll: true });
          }}
          onOpenAutoFocus={(event) => {
            event.preventDefault();
            focusViewer(event.currentTarget as HTMLElement); // Radix types it as any target
          }}
        >
          <Tabs.Root value={set.id} onValueChange={onSelect} className={styles.tabs}>
            <header className={styles.header}>
              <Dialog.Title className={styles.title}>Compare {set.label}</Dialog.Title>
              <Tabs.List className={styles.list} aria-label="What to compare">
                {sets.map(({ id, label, modality }) => (
                  <Tabs.Trigger key={id} value={id} className={styles.tab}>
                    <ModalityIcon modality={modality} />
                    {label}
                  </Tabs.Trigger>
                ))}
              </Tabs.List>
              <Dialog.Close className={styles.close} aria-label="Close" title="Close (Esc)">
                <X size={16} aria-hidden="true" />
              </Dialog.Close>
            </header>
            <Tabs.Content value={set.id} className={styles.content} tabIndex={-1}>
              <CrashBoundary key={set.id} name={set.label}>
                <SetView set={set} services={services} />
              </CrashBoundary>
            </Tabs.Content>
          </Tabs.Root>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function SetView({ set, services }: { readonly set: SheetSet; readonly services: MediaServices }) {
  const items = useMemo(() => set.entries.map(({ item }) => item), [set]);
  const facts = useItemFacts(services, items);
  const marked = useComparedMarks(set.entries);
  const { entries: all, goal } = marked;
  const entries = useMemo(
    () =>
      all.flatMap((entry, at): CompareEntry[] => {
        const own = facts?.[at];
        return own?.kind === 'known' ? [{ ...entry, facts: own.facts }] : [];
      }),
    [all, facts],
  );
  if (facts === undefined) return <div className={styles.body} aria-busy="true" />;
  // one good file is nothing to compare: the others say why they are none
  if (entries.length < 2 || !hasCompare(set.modality))
    return (
      <>
        <MarkStrip {...marked} />
        <BesideEachOther entries={all} services={services} goal={goal} />
      </>
    );
  return (
    <>
      <MarkStrip {...marked} />
      {set.entries.map((entry, at) => {
        const own = facts[at];
        return own?.kind === 'unreadable' ? (
          <p key={entry.id} className={styles.note}>
            <b>{entry.label}</b> {entry.item.tag} is not compared: {own.why}
          </p>
        ) : null;
      })}
      <div className={styles.body}>
        <LoadedCompare modality={set.modality} entries={entries} services={services} goal={goal} />
      </div>
    </>
  );
}

function LoadedCompare({
  modality,
  ...props
}: ModalityCompareProps & { readonly modality: ModalityId }) {
  const Compare = useCompare(modality);
  if (Compare === undefined) return <div className={styles.body} aria-busy="true" />;
  // a module's own component, not one made here
  return createElement(Compare, props);
}
