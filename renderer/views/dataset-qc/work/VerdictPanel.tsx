import type { QcRecord } from '../../../../shared/model/quality-control.ts';
import { Button } from '../../../components/button/Button.tsx';
import { ErrorText } from '../../../components/error-text/ErrorText.tsx';
import { Kbd } from '../../../components/kbd/Kbd.tsx';
import type { ActionId } from '../../../hooks/keymap.ts';
import { runAction } from '../../../hooks/use-action.ts';
import { useQcWork } from '../../../stores/qc-work-store.ts';
import { STATE_LABELS } from '../labels.ts';
import type { Seat } from '../seat.ts';
import { FindingList } from './FindingList.tsx';
import { ReasonForm } from './ReasonForm.tsx';
import { Trail } from './Trail.tsx';
import styles from './VerdictPanel.module.css';

/** What was found in the record, what was said of it, and what is to be said now. */
export function VerdictPanel({ seat, record }: { readonly seat: Seat; readonly record: QcRecord }) {
  const preview = useQcWork((state) => state.preview);
  const draft = useQcWork((state) => state.draft);
  const error = useQcWork((state) => state.error);
  const isEditing = draft !== undefined;
  return (
    <aside className={styles.panel} aria-label="Verdict">
      <header>
        <strong data-state={record.state}>{STATE_LABELS[record.state]}</strong>
        {record.isStale && <span>changed since it was spoken of</span>}
      </header>
      <div className={styles.facts}>
        <FindingList
          findings={isEditing ? (preview?.findings ?? []) : findingsOf(record)}
          isDraft={isEditing || record.proposed !== record.original}
        />
        <Trail record={record} />
      </div>
      {error !== undefined && <ErrorText error={error} hasHelp={false} />}
      <ReasonForm key={record.key} seat={seat} />
      {!isEditing && <Verdicts seat={seat} record={record} />}
    </aside>
  );
}

/** Of a revised record those of the revision, and the likeness, which only the whole dataset tells. */
function findingsOf(record: QcRecord): QcRecord['findings'] {
  if (record.proposed === record.original) return record.findings;
  const alike = record.findings.filter(({ code }) => code === undefined);
  return [...record.preview.findings, ...alike.filter(({ kind }) => kind !== 'combination')];
}

/** A review is of the text in the file; a check and a decision are of what is proposed. */
function acceptLabel(phase: Seat['phase'], isRevised: boolean): string {
  if (!isRevised) return 'Accept';
  return phase === 'review' ? 'Accept original' : 'Accept revised';
}

function Verdicts({ seat, record }: { readonly seat: Seat; readonly record: QcRecord }) {
  const isSaying = useQcWork((state) => state.isSaying);
  const isRevised = record.proposed !== record.original;
  const button = (action: ActionId, keys: string, label: string, isMain = false) => (
    <Button
      variant={isMain ? 'primary' : 'plain'}
      isDisabled={isSaying}
      onClick={() => runAction(action)}
    >
      {label} <Kbd keys={keys} />
    </Button>
  );
  return (
    <footer className={styles.verdicts}>
      {record.refusal === undefined ? (
        <div>
          {button('qc.accept', 'a', acceptLabel(seat.phase, isRevised), true)}
          {seat.phase === 'review' && button('qc.revise', 'r', 'Revise')}
          {seat.phase === 'decide' && isRevised && button('qc.original', 'o', 'Accept original')}
          {button('qc.reject', 'x', 'Reject')}
        </div>
      ) : (
        <p role="status">
          {seat.name} cannot {seat.phase} it: {record.refusal}
        </p>
      )}
      <div>
        {button('qc.next', 'j', 'Next')}
        {button('qc.undo', 'u', 'Undo')}
        {record.state !== 'open' && button('qc.reopen', 'Shift+O', 'Open again')}
      </div>
    </footer>
  );
}
