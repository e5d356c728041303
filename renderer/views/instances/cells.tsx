import { MiniStrip } from '../../components/structure-strip/MiniStrip.tsx';
import { ModalityFlow } from '../../components/modality-icon/ModalityFlow.tsx';
import { formatCounted, formatDelta, formatScore } from '../../components/score/format-score.ts';
import type { InstanceRow } from '../../../shared/model/instance.ts';
import type { ChosenModel } from '../../stores/chosen-models.ts';
import { AnnotationChips } from './AnnotationChips.tsx';
import styles from './cells.module.css';
import { excerptParts } from './excerpt-parts.ts';
import { HitText } from './hits/HitText.tsx';

interface Props {
  readonly row: InstanceRow;
}

/** Difficulty as one to three marks: shape, not colour. */
const DIFFICULTY_MARKS = { 1: '▪', 2: '▪▪', 3: '▪▪▪' } as const;
const DIFFICULTY_NAMES = { 1: 'easy', 2: 'medium', 3: 'hard' } as const;

export function IdCell({ row }: Props) {
  return (
    <>
      <span className={styles.subdomain}>{row.subdomain.replaceAll('_', ' ')}</span>
      <b className={styles.id}>{row.id}</b>
      {row.difficulty !== undefined && (
        <small className={styles.difficulty} data-tip={DIFFICULTY_NAMES[row.difficulty]}>
          {DIFFICULTY_MARKS[row.difficulty]}
        </small>
      )}
    </>
  );
}

/** The beginning of the task; where something is searched for, what was found and where. */
export function TaskCell({ row, models }: Props & { readonly models: readonly ChosenModel[] }) {
  return (
    <>
      <AnnotationChips row={row} />
      {row.hits !== undefined && row.hits.length > 0 ? (
        <HitText hits={row.hits} models={models} />
      ) : (
        <Excerpt row={row} />
      )}
    </>
  );
}

function Excerpt({ row }: Props) {
  return (
    <>
      {excerptParts(row.taskExcerpt).map((part, index) =>
        part.kind === 'text' ? (
          part.text
        ) : (
          <i key={index} className={styles.tag}>
            {part.label}
          </i>
        ),
      )}
    </>
  );
}

export function FlowCell({ row }: Props) {
  return <ModalityFlow input={row.inputModalities} output={row.outputModalities} />;
}

export function StripCell({ row, index }: Props & { readonly index: number }) {
  const response = row.responses[index];
  if (response?.hasResponse !== true) return <em className={styles.none}>no response</em>;
  if (response.strip === undefined || response.strip === '')
    return <em className={styles.none}>empty</em>;
  return <MiniStrip reference={row.referenceStrip} strip={response.strip} />;
}

export function ScoreCell({
  row,
  index,
  metric,
}: Props & { readonly index: number; readonly metric: string }) {
  const value = row.responses[index]?.scores[metric];
  if (value === undefined) return <span className={styles.dash}>—</span>;
  // what is perfect steps back, so that the rest is seen
  return value === 1 ? <span className={styles.full}>100.0</span> : formatScore(value);
}

export function DeltaCell({ row, metric }: Props & { readonly metric: string }) {
  const a = row.responses[0]?.scores[metric];
  const b = row.responses[1]?.scores[metric];
  if (a === undefined || b === undefined) return <span className={styles.dash}>—</span>;
  const sign = Math.sign(Math.round((a - b) * 1000));
  return (
    <span className={styles.delta} data-sign={sign}>
      {formatDelta(a - b)}
    </span>
  );
}

export function ProblemsCell({ count }: { readonly count: number }) {
  return count === 0 ? null : (
    <span className={styles.problems} data-tip={formatCounted(count, 'problem')}>
      {count}
    </span>
  );
}
