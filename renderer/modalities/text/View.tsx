import { useEffect, useMemo, useState } from 'react';
import { Prose } from '../../components/markdown/Prose.tsx';
import { VisibleText } from '../../components/visible-text/VisibleText.tsx';
import type { ModalityViewProps } from '../define.ts';
import { decodeText, fetchBytes } from '../parts/fetch-bytes.ts';
import { StateBox } from '../parts/StateBox.tsx';
import { ToolBar, ToolButton } from '../parts/ToolBar.tsx';
import { useLoaded } from '../parts/use-loaded.ts';
import styles from './View.module.css';

const MOST_BYTES = 2_000_000;

/** An item of modality text: Markdown as it is meant to be read, or as it is written. */
export function View({ item, services, size, onDetails }: ModalityViewProps) {
  const { media } = item;
  const key = media.kind === 'file' ? media.ref.id : 'inline';
  const loaded = useLoaded(key, async (signal) => {
    if (media.kind === 'inline') return { text: media.text, isWhole: true };
    if (media.kind !== 'file') return { text: '', isWhole: true };
    const { bytes, isWhole } = await fetchBytes(services.url(media.ref.id), signal, MOST_BYTES);
    return { text: decodeText(bytes), isWhole };
  });
  if (loaded.status === 'failed') {
    return <StateBox kind="bad" title="text cannot be read" detail={loaded.message} />;
  }
  if (loaded.status === 'loading') return undefined;
  const { text, isWhole } = loaded.value;
  return <TextPane text={text} isWhole={isWhole} size={size} onDetails={onDetails} />;
}

/** Markdown or plain text with a switch between both; also used for Markdown documents. */
export function TextPane({
  text,
  isWhole,
  size,
  isPlain = false,
  onDetails,
}: {
  readonly text: string;
  readonly isWhole: boolean;
  readonly size: 'card' | 'full';
  /** No Markdown: shown as written, without a switch. */
  readonly isPlain?: boolean;
  readonly onDetails: ModalityViewProps['onDetails'];
}) {
  const [isRaw, setRaw] = useState(false);
  const words = useMemo(() => text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0, [text]);
  useEffect(() => onDetails?.([`${words.toLocaleString('en-US')} words`]), [onDetails, words]);
  return (
    <div className={styles.pane} data-size={size}>
      <div
        className={styles.scroll}
        tabIndex={size === 'full' ? 0 : -1}
        {...(size === 'full' && { 'data-own-keys': true })}
      >
        {isPlain ? (
          <pre className={styles.plain}>
            <VisibleText text={text} />
          </pre>
        ) : (
          <Prose text={text} raw={isRaw} />
        )}
        {!isWhole && <p className={styles.note}>Cut here: only the first 2 MB are shown.</p>}
      </div>
      {!isPlain && (
        <ToolBar label="Text" floating>
          <ToolButton
            label="Show as written"
            text="raw"
            isPressed={isRaw}
            onClick={() => setRaw(!isRaw)}
          />
        </ToolBar>
      )}
    </div>
  );
}
