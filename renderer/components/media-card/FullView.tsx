import { Dialog } from 'radix-ui';
import { X } from 'lucide-react';
import { useCallback, useState, type ReactNode, type RefObject } from 'react';
import type { ModalityViewProps } from '../../modalities/define.ts';
import { useMarkHost } from '../marks/mark-host.ts';
import { MarkNumbers } from '../marks/MarkNumbers.tsx';
import { factLines } from './fact-lines.ts';
import { FileActions } from './FileActions.tsx';
import { focusViewer } from './focus-viewer.ts';
import styles from './FullView.module.css';
import { MediaBody } from './MediaBody.tsx';
import type { FactsState } from './use-facts.ts';

interface Props extends Pick<ModalityViewProps, 'item' | 'tone' | 'services' | 'link'> {
  readonly badge?: ReactNode;
  readonly state: FactsState;
  readonly onRetry: () => void;
  readonly onClose: () => void;
  /** The card, which gets the focus back. */
  readonly returnTo: RefObject<HTMLElement | null>;
}

/** One item over the whole window; Esc closes it and the focus goes back to its card. */
export function FullView({
  item,
  tone,
  services,
  link,
  badge,
  state,
  onRetry,
  onClose,
  returnTo,
}: Props) {
  const [details, setDetails] = useState<readonly string[]>([]);
  const onDetails = useCallback((next: readonly string[]) => {
    setDetails((before) => (before.join('\n') === next.join('\n') ? before : next));
  }, []);
  const { attach, selection } = useMarkHost(item);
  const facts = state.status === 'ready' ? state.facts : undefined;
  const name = item.media.kind === 'file' ? item.media.ref.name : undefined;
  return (
    <Dialog.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className={styles.overlay} />
        <Dialog.Content
          ref={attach}
          className={styles.content}
          data-tone={tone}
          data-viewer-layer=""
          aria-describedby={undefined}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            returnTo.current?.focus({ preventScroll: true });
          }}
          onOpenAutoFocus={(event) => {
            // not the close button
            event.preventDefault();
            focusViewer(event.currentTarget as HTMLElement); // Radix types it as any target
          }}
        >
          <header className={styles.header}>
            <Dialog.Title className={styles.title}>{item.tag}</Dialog.Title>
            <span className={styles.name} title={item.media.kind === 'file' ? item.media.path : ''}>
              {name}
            </span>
            <span className={styles.facts}>{factLines(item, facts, details).join(' · ')}</span>
            <span className={styles.end}>
              <MarkNumbers item={item} />
              {badge}
              <FileActions item={item} services={services} />
              <Dialog.Close className={styles.close} aria-label="Close" title="Close (Esc)">
                <X size={16} aria-hidden="true" />
              </Dialog.Close>
            </span>
          </header>
          {facts?.warnings.map((warning) => (
            <p key={warning} className={styles.warning}>
              {warning}
            </p>
          ))}
          <div className={styles.body}>
            <MediaBody
              item={item}
              tone={tone}
              services={services}
              size="full"
              state={state}
              isMounted
              onRetry={onRetry}
              onDetails={onDetails}
              link={link}
              selection={selection}
            />
          </div>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
