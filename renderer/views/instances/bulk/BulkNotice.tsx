import { Undo2, X } from 'lucide-react';
import { Button } from '../../../components/button/Button.tsx';
import { IconButton } from '../../../components/button/IconButton.tsx';
import { ErrorText } from '../../../components/error-text/ErrorText.tsx';
import { dismissBulk, undoBulk, useBulk } from '../../../stores/bulk-store.ts';
import { tagLabel, useTags } from '../../../stores/taxonomy-store.ts';
import styles from './BulkNotice.module.css';
import { resultText } from './result-text.ts';

/** What the last bulk annotation did, to be taken back in one step. */
export function BulkNotice() {
  const { result, error, isBusy } = useBulk();
  const tags = useTags();
  if (error === undefined && result === undefined) return null;
  const tag = result?.annotation.tag;
  return (
    <div className={styles.notice} role="status">
      {error !== undefined ? (
        <ErrorText error={error} />
      ) : (
        result !== undefined && (
          <span>
            {resultText(
              { ...result, ...result.annotation, isRemoved: result.annotation.isRemoved ?? false },
              tag === undefined ? undefined : tagLabel(tags, tag),
            )}
          </span>
        )
      )}
      {result?.isUndone === false && result.changed > 0 && (
        <Button variant="quiet" isDisabled={isBusy} onClick={() => void undoBulk()}>
          <Undo2 size={13} aria-hidden="true" />
          Undo
        </Button>
      )}
      <IconButton label="Dismiss" onClick={dismissBulk}>
        <X size={13} />
      </IconButton>
    </div>
  );
}
