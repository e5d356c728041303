// Somebody at work on a sample: the unit that is shown, the next ones already fetched, and what is said.
// Sayings go one after another, so that keys pressed quickly mean what they would have meant slowly.
import { create } from 'zustand';
import type {
  BlindUnit,
  RatingSession,
  RatingStep,
  Revealed,
  Rubric,
  Saying,
} from '../../shared/model/rating.ts';
import { api } from '../api/index.ts';
import type { MediaServices } from '../modalities/define.ts';
import { toShownError, type ShownError } from './api-error.ts';
import { idle, latest, type AsyncData } from './async-data.ts';
import { mediaServices, prefetchFacts } from './media-store.ts';

export interface SeatName {
  readonly sampleId: string;
  readonly rater: string;
}

interface RatingState {
  readonly unit: AsyncData<BlindUnit>;
  readonly session: RatingSession | undefined;
  readonly rubrics: readonly Rubric[];
  /** Index of the step that the next key rates. */
  readonly step: number;
  /** Of the unit shown; undefined while it is blind. */
  readonly revealed: Revealed | undefined;
  readonly error: ShownError | undefined;
}

const start: RatingState = {
  unit: idle,
  session: undefined,
  rubrics: [],
  step: 0,
  revealed: undefined,
  error: undefined,
};
export const useRating = create<RatingState>(() => start);

/** Media of blind units: no way to a file's place, which tells whose it is. */
export const blindServices: MediaServices = {
  url: mediaServices.url,
  facts: mediaServices.facts,
  ...(mediaServices.knownFacts === undefined ? {} : { knownFacts: mediaServices.knownFacts }),
  peaks: mediaServices.peaks,
  spectrogram: mediaServices.spectrogram,
  defects: mediaServices.defects,
};

let seat: SeatName | undefined;
let wanted: string | undefined;
const fetched = new Map<string, Promise<BlindUnit>>();
const ready = new Map<string, BlindUnit>();
const KEPT = 6;

const nameOf = ({ sampleId, rater }: SeatName, position: number) =>
  JSON.stringify([sampleId, rater, position]);

/** Sits down again: after a reload, or at another sample. */
export async function openSeat(next: SeatName): Promise<void> {
  if (seat?.sampleId === next.sampleId && seat.rater === next.rater) return;
  leaveSeat();
  seat = next;
  try {
    const [{ session }, { rubrics }] = await Promise.all([
      api.call('ratings.session', { ...next }),
      api.call('ratings.rubrics', {}),
    ]);
    if (seat === next) useRating.setState({ session, rubrics });
  } catch (error) {
    if (seat === next) useRating.setState({ error: toShownError(error) });
  }
}

export function leaveSeat(): void {
  seat = undefined;
  wanted = undefined;
  fetched.clear();
  ready.clear();
  useRating.setState(start);
}

/** Shows a unit; at once where it has been fetched, and fetches the one behind it. */
export async function showUnit(own: SeatName, position: number): Promise<void> {
  const name = nameOf(own, position);
  wanted = name;
  useRating.setState({ revealed: undefined, error: undefined });
  const known = ready.get(name);
  if (known !== undefined) put(known);
  else await load(own, position, name);
  if (wanted !== name) return;
  const total = latest(useRating.getState().unit)?.total ?? 0;
  if (position + 1 < total) fetchUnit(own, position + 1).catch(() => undefined); // told when shown
}

async function load(own: SeatName, position: number, name: string): Promise<void> {
  const previous = latest(useRating.getState().unit);
  useRating.setState({
    unit: previous === undefined ? { status: 'loading' } : { status: 'loading', previous },
  });
  try {
    const unit = await fetchUnit(own, position);
    if (wanted === name) put(unit);
  } catch (error) {
    if (wanted === name)
      useRating.setState({ unit: { status: 'failed', error: toShownError(error) } });
  }
}

function put(unit: BlindUnit): void {
  useRating.setState({ unit: { status: 'ready', data: unit }, step: firstOpen(unit) });
  if (unit.isRevealed) void revealUnit();
}

function fetchUnit(own: SeatName, position: number): Promise<BlindUnit> {
  const name = nameOf(own, position);
  const before = fetched.get(name);
  if (before !== undefined) return before;
  const asked = api.call('ratings.unit', { ...own, position }).then(({ unit }) => unit);
  fetched.set(name, asked);
  asked.then(
    (unit) => {
      if (fetched.get(name) !== asked) return;
      ready.set(name, unit);
      prefetchFacts([unit.task, unit.reference, ...unit.responses].flatMap(({ items }) => items));
    },
    () => fetched.delete(name), // the next try asks again
  );
  for (const oldest of fetched.keys()) {
    if (fetched.size <= KEPT) break;
    fetched.delete(oldest);
    ready.delete(oldest);
  }
  return asked;
}

export const isSameStep = (a: RatingStep, b: RatingStep) =>
  a.metric === b.metric && a.tag === b.tag;

/** The first step without a rating; behind the last when there is none. */
function firstOpen({ steps, given }: Pick<BlindUnit, 'steps' | 'given'>): number {
  const at = steps.findIndex((step) => !given.some((one) => isSameStep(one, step)));
  return at === -1 ? Math.max(0, steps.length - 1) : at;
}

export function goToStep(step: number): void {
  const unit = latest(useRating.getState().unit);
  const last = Math.max(0, (unit?.steps.length ?? 1) - 1);
  useRating.setState({ step: Math.max(0, Math.min(last, step)) });
}

let tail: Promise<unknown> = Promise.resolve();

/** Does it when everything said before is kept. @returns false when it was refused */
function inTurn(act: () => Promise<void>): Promise<boolean> {
  const mine = tail.then(async () => {
    useRating.setState({ error: undefined });
    try {
      await act();
      return true;
    } catch (error) {
      useRating.setState({ error: toShownError(error) });
      return false;
    }
  });
  tail = mine;
  return mine;
}

/**
 * Says something of the unit that is shown when this is called, also where its turn comes when the next
 * one is shown already.
 *
 * @param make  of that unit, with what was said before, and its step; undefined: nothing
 */
export function say(
  make: (unit: BlindUnit, step: RatingStep | undefined) => Saying | undefined,
): Promise<boolean> {
  if (seat === undefined) return Promise.resolve(false);
  const own = seat;
  const { unit: pressedAt } = useRating.getState();
  // while it is read again, behind an undo, it is the one that will be shown then
  const pressed = pressedAt.status === 'ready' ? pressedAt.data : undefined;
  return inTurn(async () => {
    const { unit: now, step: current, revealed: seen } = useRating.getState();
    const here = now.status === 'ready' ? now.data : undefined;
    const position = pressed?.position ?? here?.position;
    if (position === undefined) return;
    const name = nameOf(own, position);
    const isHere = here?.position === position && wanted === name;
    const unit = isHere ? here : (ready.get(name) ?? pressed);
    if (unit === undefined) return;
    const step = isHere ? current : firstOpen(unit);
    const revealed = isHere ? seen : undefined;
    const saying = make(unit, unit.steps[step]);
    if (saying === undefined) return;
    const said = await api.call('ratings.say', { ...own, position, saying });
    const { note: _note, preference: _preference, ...rest } = unit;
    const next: BlindUnit = { ...rest, ...said.progress, isStale: false };
    ready.set(name, next);
    const isShown = wanted === name;
    useRating.setState({
      session: said.session,
      ...(isShown ? { unit: { status: 'ready', data: next } } : {}),
    });
    if (isShown && saying.kind !== 'note' && revealed === undefined) afterRating(next, step);
    if (isShown && revealed !== undefined) await readRevealed(own, position);
  });
}

/** On to the next step that is open, first those behind. */
function afterRating(unit: BlindUnit, step: number): void {
  const isOpen = (at: number) => {
    const one = unit.steps[at];
    return one !== undefined && !unit.given.some((given) => isSameStep(given, one));
  };
  const order = unit.steps.map((_, at) => (step + 1 + at) % unit.steps.length);
  const open = order.find(isOpen);
  if (open !== undefined) useRating.setState({ step: open });
}

/** Takes back what was said last. @returns the unit that it was of */
export async function undoRating(): Promise<number | undefined> {
  let position: number | undefined;
  await inTurn(async () => {
    if (seat === undefined) return;
    const own = seat;
    position = (await api.call('ratings.undo', { ...own })).position;
    const { session } = await api.call('ratings.session', { ...own });
    useRating.setState({ session });
    if (position === undefined) return;
    const name = nameOf(own, position);
    fetched.delete(name);
    ready.delete(name);
    if (wanted === name) await showUnit(own, position);
  });
  return position;
}

/** Shows names and figures of the unit; from then on its blind rating stays as it is. */
export function revealUnit(): Promise<boolean> {
  return inTurn(async () => {
    const { unit } = useRating.getState();
    if (unit.status !== 'ready' || seat === undefined) return;
    const own = seat;
    const { position } = unit.data;
    await readRevealed(own, position);
    const after = { ...unit.data, isRevealed: true };
    ready.set(nameOf(own, position), after);
    if (wanted === nameOf(own, position)) {
      useRating.setState({ unit: { status: 'ready', data: after }, step: 0 });
    }
    const { session } = await api.call('ratings.session', { ...own });
    useRating.setState({ session });
  });
}

async function readRevealed(own: SeatName, position: number): Promise<void> {
  const { revealed } = await api.call('ratings.reveal', { ...own, position });
  if (wanted === nameOf(own, position)) useRating.setState({ revealed });
}

api.on('data.changed', () => {
  fetched.clear();
  ready.clear();
  const unit = latest(useRating.getState().unit);
  if (seat !== undefined && unit !== undefined) void showUnit(seat, unit.position);
});
api.on('project.changed', leaveSeat);
