import { Eye } from 'lucide-react';
import { useEffect } from 'react';
import type { Judgement } from '../../../../shared/model/judge.ts';
import { VisibleText } from '../../../components/visible-text/VisibleText.tsx';
import { formatScore } from '../../../components/score/format-score.ts';
import { latest } from '../../../stores/async-data.ts';
import { loadJudgements, useJudgements } from '../../../stores/judgements-store.ts';
import { useRoute } from '../../../stores/route-store.ts';
import { modelColumns, type Column } from '../columns.ts';
import panel from '../ScorePanel.module.css';
import { EYE_PARAM, formatEye, targetLabel } from './eye-target.ts';
import styles from './JudgeNotes.module.css';
import { firstReason, formatRaw, replyLines } from './reply-lines.ts';
import { hrefOfEye } from './use-eye.ts';
import { isLabelOfBefore, verdictLabel } from './verdict-labels.ts';

/** Who only steps by asks for nothing. */
const REST_MS = 120;

/** What the judge said of each response, in short; each a way into the judge's-eye view. */
export function JudgeNotes({
  instanceKey,
  columns,
}: {
  readonly instanceKey: string;
  readonly columns: readonly Column[];
}) {
  return modelColumns(columns).map((column) =>
    column.response === undefined ? null : (
      <ModelNotes key={column.id} instanceKey={instanceKey} column={column} />
    ),
  );
}

function ModelNotes({
  instanceKey,
  column,
}: {
  readonly instanceKey: string;
  readonly column: Column;
}) {
  const state = useJudgements(instanceKey, column.label);
  useEffect(() => {
    const timer = setTimeout(() => loadJudgements(instanceKey, column.label), REST_MS);
    return () => clearTimeout(timer);
  }, [instanceKey, column.label]);
  const judgements = latest(state) ?? [];
  if (judgements.length === 0) return null;
  return (
    <>
      <h2 className={panel.heading}>
        Judge on <span data-tone={column.tone}>{column.letter}</span>
      </h2>
      {judgements.map((judgement) => (
        <Note key={judgement.id} judgement={judgement} model={column.label} />
      ))}
    </>
  );
}

function Note({ judgement, model }: { readonly judgement: Judgement; readonly model: string }) {
  const { metric, tag, unscored, isStale, isOfficialCompatible, labels, reasons } = judgement;
  const target = { model, metric, tag };
  const isShown = useRoute((route) => route.view[EYE_PARAM] === formatEye(target));
  const [label] = labels;
  const words =
    unscored === undefined ? Object.values(reasons).map(firstReason).join(' ') : unscored.reason;
  return (
    <a className={styles.note} href={hrefOfEye(target)} aria-current={isShown ? 'true' : undefined}>
      <span className={styles.head}>
        {targetLabel(target)}
        <span>{unscored === undefined ? said(judgement) : 'not computed'}</span>
        {isStale && (
          <span className={styles.mark} data-kind="stale">
            out of date
          </span>
        )}
        {isOfficialCompatible && <span className={styles.mark}>official-compatible</span>}
        {label !== undefined && !isLabelOfBefore(judgement) && (
          <span className={styles.mark} data-kind={label.verdict}>
            {verdictLabel(label.verdict).toLowerCase()}
          </span>
        )}
        <Eye size={13} aria-hidden="true" />
      </span>
      <span className={styles.reason}>
        <VisibleText text={words} />
      </span>
    </a>
  );
}

/** The levels as the judge gave them, e.g. `4 of 5`, `4 and 3 of 5`, with the spread of repeats. */
function said(judgement: Judgement): string {
  const lines = replyLines(judgement);
  const [quality] = Object.values(judgement.values);
  if (judgement.metric === 'GQ') return quality === undefined ? '' : formatScore(quality);
  const [first] = lines;
  if (first === undefined) return '';
  const figures = lines.map(({ mean, spread }) =>
    spread === undefined || spread === 0
      ? formatRaw(mean)
      : `${formatRaw(mean)} ± ${formatRaw(spread)}`,
  );
  const times = first.raws.length > 1 ? `, ${first.raws.length} times` : '';
  return `${figures.join(' and ')} of ${first.most}${times}`;
}
