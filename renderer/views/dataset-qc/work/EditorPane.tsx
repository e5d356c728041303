import { useEffect, useRef } from 'react';
import type { QcRecord } from '../../../../shared/model/quality-control.ts';
import { Button } from '../../../components/button/Button.tsx';
import { Kbd } from '../../../components/kbd/Kbd.tsx';
import { runAction } from '../../../hooks/use-action.ts';
import { setDraft, useQcWork } from '../../../stores/qc-work-store.ts';
import { ChangesView } from './ChangesView.tsx';
import styles from './EditorPane.module.css';
import { PartsForm } from './PartsForm.tsx';
import { PreviewColumns } from './PreviewColumns.tsx';
import { RecordHeader } from './RecordPane.tsx';
import { setRaw, useWorkState } from './work-state.ts';

/** The record in parts or as text, and beside it how it reads now or what has changed. */
export function EditorPane({ record }: { readonly record: QcRecord }) {
  const draft = useQcWork((state) => state.draft) ?? record.draft;
  const preview = useQcWork((state) => state.preview) ?? record.preview;
  const { hasChanges, isRaw } = useWorkState();
  const isChanged = draft !== record.original;
  return (
    <section className={styles.editor} aria-label="Editor">
      <RecordHeader record={record}>
        <div className={styles.ways} role="group" aria-label="Edit as">
          <Button isPressed={!isRaw} onClick={() => setRaw(false)}>
            Parts
          </Button>
          <Button isPressed={isRaw} onClick={() => setRaw(true)}>
            JSON
          </Button>
        </div>
        <Button isPressed={hasChanges} action="qc.changes" onClick={() => runAction('qc.changes')}>
          Changes
        </Button>
      </RecordHeader>
      <div className={styles.sides}>
        <div
          className={styles.form}
          onKeyDown={(event) => {
            if (event.key !== 'Escape' || !(event.target instanceof HTMLElement)) return;
            event.stopPropagation(); // the next Escape leaves the editor
            event.target.blur();
          }}
        >
          {isRaw ? (
            <RawField draft={draft} original={record.original} />
          ) : (
            <PartsForm text={draft} />
          )}
        </div>
        <div className={styles.beside}>
          {hasChanges ? (
            <div className={styles.changes}>
              <ChangesView before={record.original} after={draft} />
            </div>
          ) : (
            <PreviewColumns preview={preview} isStacked />
          )}
        </div>
      </div>
      <footer className={styles.foot}>
        <Button variant="primary" isDisabled={!isChanged} onClick={() => runAction('qc.keep')}>
          Keep the revision <Kbd keys="Mod+Enter" />
        </Button>
        <Button onClick={() => runAction('qc.leave')}>
          Leave <Kbd keys="Escape" />
        </Button>
        <Button variant="quiet" isDisabled={!isChanged} onClick={() => setDraft(record.original)}>
          Back to the original
        </Button>
        <p role="status">{isChanged ? '' : 'Nothing is changed yet.'}</p>
      </footer>
    </section>
  );
}

function RawField({ draft, original }: { readonly draft: string; readonly original: string }) {
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  const hasReturns = original.includes('\r\n'); // a field of a page has line feeds only
  return (
    <textarea
      ref={field}
      className={styles.raw}
      aria-label="Record as JSON"
      spellCheck={false}
      value={draft}
      onChange={({ target }) =>
        setDraft(hasReturns ? target.value.replace(/\r?\n/g, '\r\n') : target.value)
      }
    />
  );
}
