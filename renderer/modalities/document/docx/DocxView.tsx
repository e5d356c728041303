import { useEffect, useRef } from 'react';
import type { ModalityViewProps } from '../../define.ts';
import { fetchBytes } from '../../parts/fetch-bytes.ts';
import { StateBox } from '../../parts/StateBox.tsx';
import { useLoaded } from '../../parts/use-loaded.ts';
import { readDocx } from './read-docx.ts';
import page from './page.css?inline';
import { sanitizeDocument } from './sanitize.ts';
import styles from './DocxView.module.css';

/** A Word document as running text, inside a shadow root: its markup meets nothing of the page. */
export function DocxView({
  url,
  size,
  onDetails,
}: {
  readonly url: string;
  readonly size: 'card' | 'full';
  readonly onDetails: ModalityViewProps['onDetails'];
}) {
  const loaded = useLoaded(url, async (signal) => {
    const { bytes } = await fetchBytes(url, signal);
    return sanitizeDocument(await readDocx(bytes, 'html'));
  });
  const host = useRef<HTMLDivElement>(null);
  const content = loaded.status === 'ready' ? loaded.value : undefined;
  useEffect(() => {
    if (host.current === null || content === undefined) return;
    const root = host.current.shadowRoot ?? host.current.attachShadow({ mode: 'open' });
    const style = document.createElement('style');
    style.textContent = page;
    root.replaceChildren(style, content.cloneNode(true));
    return () => root.replaceChildren();
  }, [content]);
  useEffect(() => {
    const words = content?.textContent.match(/[\p{L}\p{N}]+/gu)?.length;
    if (words !== undefined) onDetails?.(['DOCX', `${words.toLocaleString('en-US')} words`]);
  }, [content, onDetails]);
  if (loaded.status === 'failed') {
    return <StateBox kind="bad" title="document cannot be read" detail={loaded.message} />;
  }
  return (
    <div
      className={styles.scroll}
      data-size={size}
      tabIndex={0}
      role="region"
      aria-label="Document"
      {...(size === 'full' && { 'data-own-keys': true })}
    >
      <div ref={host} className={styles.page} />
    </div>
  );
}
