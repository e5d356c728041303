// The address of somebody at work: who, in which phase, which part of the queue, at which record.
import { QC_PHASES, QC_STATES, type QcPhase } from '../../../shared/model/quality-control.ts';
import { Severity } from '../../../shared/model/problem.ts';
import type { QcQueue } from '../../stores/qc-store.ts';

type View = Readonly<Record<string, string>>;

export interface Seat {
  readonly name: string;
  /** Which verdicts are given; of `everything` what a record waits for is not asked. */
  readonly phase: QcPhase;
  readonly queue: QcQueue;
}

/** @returns undefined where nobody is at work */
export function readSeat(view: View): Seat | undefined {
  const { name, phase: given, finding, level, standing } = view;
  const phase = QC_PHASES.find((each) => each === given);
  if (name === undefined || phase === undefined) return undefined;
  const state = QC_STATES.find((each) => each === standing);
  const severity = Severity.options.find((each) => each === level);
  return {
    name,
    phase,
    queue: {
      name,
      filter: {
        // one who looks for a state looks at what others do, too
        ...(state === undefined ? (standing === 'all' ? {} : { todo: phase }) : { state }),
        ...(finding === undefined ? {} : { kind: finding }),
        ...(severity === undefined ? {} : { severity }),
      },
    },
  };
}

/** The same view with other parts; undefined takes a part away. */
export function withParts(view: View, parts: Readonly<Record<string, string | undefined>>): View {
  const joined = Object.entries({ ...view, ...parts });
  return Object.fromEntries(
    joined.flatMap(([id, value]) => (value === undefined ? [] : [[id, value]])),
  );
}
