// From what somebody wants to say to an event that may be kept.
import { AppError } from '../../../shared/api/errors.ts';
import type { QcPhase, QcVerdict } from '../../../shared/model/quality-control.ts';
import type { QcEventDraft } from '../db/qc-events.ts';
import { readText } from './preview.ts';
import type { Original } from './read-original.ts';
import { refusalOf, tokenOf, VERDICTS, type Standing } from './standing.ts';

export interface QcSaying {
  readonly phase: QcPhase;
  readonly verdict: QcVerdict;
  readonly reason: string;
  readonly text?: string | undefined;
  /** Of what was shown. */
  readonly hash: string;
}

const DOING: Readonly<Record<QcPhase, string>> = {
  review: 'review the record',
  check: 'check the record',
  decide: 'decide on the record',
};
const NEEDS_REASON: ReadonlySet<QcVerdict> = new Set(['reject', 'original', 'reopen']);

/**
 * @param person  `nameKey` as the function of that name gives it
 * @throws AppError 'bad-input' with the reason why it may not be said
 */
export function toQcEvent(
  { record, text: original, path, rootDir }: Original,
  standing: Standing,
  person: { readonly nameKey: string; readonly name: string },
  saying: QcSaying,
  at: string,
): QcEventDraft {
  const { phase, verdict, reason } = saying;
  const refuse = (why: string) => new AppError('bad-input', `Cannot ${DOING[phase]}: ${why}`);
  if (saying.hash !== tokenOf(record.hash, standing)) {
    throw refuse('it has changed since it was shown. Look at it again.');
  }
  if (verdict === 'reopen') {
    if (standing.state === 'open') throw refuse('it is open already.');
  } else {
    const refusal = refusalOf(standing, phase, person.nameKey);
    if (refusal !== undefined) throw refuse(refusal);
  }
  if (!VERDICTS[phase].includes(verdict)) throw refuse(`"${verdict}" is not said there.`);
  if (verdict === 'original' && standing.revision === undefined)
    throw refuse('nobody revised it: accept or reject it.');
  if (NEEDS_REASON.has(verdict) && reason === '')
    throw refuse('say why, for those who come after.');
  const revised = verdict === 'revise' ? saying.text?.trim() : undefined;
  if (verdict === 'revise') checkRevision(revised, original, { path, rootDir }, refuse);
  return {
    ...{ key: record.key, phase, verdict, ...person, reason, hash: record.hash },
    ...{ original: revised === undefined ? '' : original, revised, at },
  };
}

function checkRevision(
  revised: string | undefined,
  original: string,
  place: Pick<Original, 'path' | 'rootDir'>,
  refuse: (why: string) => AppError,
): void {
  if (revised === undefined || revised === original) {
    throw refuse('nothing was changed in it. Accept it as it is, or change something.');
  }
  const read = readText(revised, place);
  if ('problem' in read) throw refuse(`${read.problem.replace(/\.$/, '')}. Mend it first.`);
}
