// Which figures of a response there are, and what is odd about them. Read when somebody first asks: the
// table itself does not need it.
import { SCORE_STATES } from '../../../shared/model/filter.ts';
import { UNSCORED_CODES } from '../../../shared/model/score.ts';
import type { ReadableDb } from '../db/handle.ts';
import {
  eachContradiction,
  eachDisagreement,
  eachMissingItem,
  eachUnscored,
} from '../db/score-states.ts';
import type { Columns, ModelColumns } from './columns.ts';

/** One model over all instances. */
export interface ModelStates {
  /** Bit n is set when the nth of `SCORE_STATES` holds. */
  readonly states: Uint8Array;
  /** Bit n: some figure is missing for the nth of `UNSCORED_CODES`. */
  readonly failures: Uint16Array;
  /** Bits of {@link ODDITIES}. */
  readonly odd: Uint8Array;
}

/** By the model's id. */
export type ScoreColumns = ReadonlyMap<number, ModelStates>;

export const ODDITIES = { repeats: 1, imported: 2, missingMedia: 4 } as const;

/** An imported and a computed figure of the same thing differ by more than this: one level of five does. */
export const CONTRADICTION = 0.05;

const STATE = Object.fromEntries(SCORE_STATES.map((state, bit) => [state, 1 << bit])) as Readonly<
  Record<(typeof SCORE_STATES)[number], number>
>; // one key a state

const CODE_BITS = new Map(UNSCORED_CODES.map((code, bit) => [code as string, 1 << bit]));
/** Nothing was tried where it says `not-run`. */
const TRIED = ~(CODE_BITS.get('not-run') ?? 0);

/** Reads all models. */
export function loadScoreColumns(db: ReadableDb, columns: Columns): ScoreColumns {
  const byModel = new Map<number, ModelStates>(
    columns.models.map(({ id }) => [
      id,
      {
        states: new Uint8Array(columns.count),
        failures: new Uint16Array(columns.count),
        odd: new Uint8Array(columns.count),
      },
    ]),
  );
  const mark = (bit: number) => (instanceId: number, modelId: number) => {
    const index = columns.indexById[instanceId] ?? -1;
    const own = byModel.get(modelId);
    if (index !== -1 && own !== undefined) own.odd[index]! |= bit;
  };
  eachUnscored(db, (instanceId, modelId, code) => {
    const index = columns.indexById[instanceId] ?? -1;
    const own = byModel.get(modelId);
    if (index !== -1 && own !== undefined) own.failures[index]! |= CODE_BITS.get(code) ?? 0;
  });
  eachDisagreement(db, mark(ODDITIES.repeats));
  eachContradiction(db, CONTRADICTION, mark(ODDITIES.imported));
  eachMissingItem(db, mark(ODDITIES.missingMedia));
  for (const model of columns.models) {
    const own = byModel.get(model.id);
    if (own !== undefined) fillStates(model, own);
  }
  return byModel;
}

function fillStates(model: ModelColumns, { states, failures }: ModelStates): void {
  const all = [...model.scores.values()];
  for (let index = 0; index < states.length; index++) {
    if (model.hasResponse[index] !== 1) {
      states[index] = STATE.noResponse;
      continue;
    }
    let scored = 0;
    for (let at = 0; at < all.length; at++) if (!Number.isNaN(all[at]![index])) scored += 1;
    const isWhole = scored === all.length && scored > 0;
    const state = scored === 0 ? STATE.none : isWhole ? STATE.complete : STATE.partial;
    states[index] = state | ((failures[index]! & TRIED) === 0 ? 0 : STATE.failed);
  }
}

/** Bits that any of the models has, by index. */
export function anyOf(
  models: readonly ModelColumns[],
  count: number,
  bitsOf: (model: ModelColumns) => ArrayLike<number> | undefined,
): Uint16Array {
  const all = new Uint16Array(count);
  for (const model of models) {
    const bits = bitsOf(model);
    if (bits === undefined) continue;
    for (let index = 0; index < count; index++) all[index]! |= bits[index]!;
  }
  return all;
}

/** Sets of bits for names, 0 for one that is not known. */
export function stateBits(names: readonly string[]): number {
  return names.reduce((bits, name) => bits | (STATE[name as keyof typeof STATE] ?? 0), 0); // may be none
}

export function failureBits(codes: readonly string[]): number {
  return codes.reduce((bits, code) => bits | (CODE_BITS.get(code) ?? 0), 0);
}
