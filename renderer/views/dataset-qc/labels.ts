import type { ProblemCode } from '../../../shared/model/problem.ts';
import type { QcPhase, QcState, QcVerdict } from '../../../shared/model/quality-control.ts';
import { problemLabel } from '../../components/problem-kind/problem-labels.ts';

export const PHASE_LABELS: Readonly<Record<QcPhase, string>> = {
  review: 'Review',
  check: 'Check',
  decide: 'Decide',
};

export const STATE_LABELS: Readonly<Record<QcState, string>> = {
  open: 'To review',
  reviewed: 'To check',
  disputed: 'To decide',
  accepted: 'Accepted',
  rejected: 'Rejected',
};

/** What was said, as it stands in a trail. */
export const VERDICT_LABELS: Readonly<Record<QcVerdict, string>> = {
  accept: 'accepted',
  revise: 'revised',
  reject: 'rejected',
  original: 'accepted as it was before',
  reopen: 'opened it again',
};

const OWN_KINDS: Readonly<Record<string, string>> = {
  combination: 'Other combination than its file',
  'double-key': 'Entry that stands twice',
  'alike-text': 'Nearly the same words',
  'alike-image': 'Pictures that look alike',
  'alike-audio': 'Sounds that sound alike',
  'same-file': 'One file in several records',
};

/** A kind of finding as people read it. */
export function findingLabel(kind: string, code?: ProblemCode, quirk?: number): string {
  return OWN_KINDS[kind] ?? problemLabel(code ?? kind, quirk);
}
