import { mediaErrorText } from '../media-error.ts';
import { correctDrift } from './drift.ts';

/** A medium that takes part; it stays its owner's, who also releases it. */
export interface TrackInput {
  readonly id: string;
  readonly element: HTMLMediaElement;
  /** Given to the element when it is first wanted; it has its file already when left out. */
  readonly url?: string | undefined;
  /** Known beforehand, so that nothing must be loaded to show it. */
  readonly durationS?: number | undefined;
}

/** What a medium tells its group. */
export interface TrackEvents {
  readonly changed: () => void;
  /** It has to wait for its data. */
  readonly waiting: () => void;
  /** It stands still; by whom is not said. */
  readonly paused: () => void;
  /** The page may not sound before somebody has touched it. */
  readonly refused: () => void;
}

const LOOKS_A_CORRECTION = 4;

/** A medium of a group: its speed, and how far it is from where it should be. */
export class Track {
  readonly id: string;
  readonly element: HTMLMediaElement;
  offsetS = 0;
  durationS: number;
  failure: string | undefined;
  /** Stands still because it is not its turn. */
  isHeld = false;
  #factor = 1;
  #behindS = 0;
  #looks = 0;
  #url: string | undefined;
  readonly #events: TrackEvents;
  readonly #handlers: Readonly<Record<string, () => void>>;

  constructor({ id, element, url, durationS }: TrackInput, events: TrackEvents) {
    this.id = id;
    this.element = element;
    this.#url = url;
    this.durationS = durationS ?? 0;
    this.#events = events;
    this.#handlers = {
      durationchange: () => {
        if (!Number.isFinite(element.duration)) return;
        this.durationS = element.duration;
        events.changed();
      },
      error: () => {
        this.failure = mediaErrorText(element.error);
        events.changed();
      },
      waiting: events.waiting,
      pause: events.paused,
    };
    for (const [name, handler] of Object.entries(this.#handlers)) {
      element.addEventListener(name, handler);
    }
  }

  release(): void {
    for (const [name, handler] of Object.entries(this.#handlers)) {
      this.element.removeEventListener(name, handler);
    }
    this.element.pause();
  }

  /** Gives the element its file: a page may hold many sounds, of which few are ever played. */
  wake(): void {
    if (this.#url === undefined) return;
    this.element.src = this.#url;
    this.#url = undefined;
  }

  run(): void {
    this.wake();
    this.element.play().catch((error: unknown) => {
      // everything else is told by the error event
      if (error instanceof DOMException && error.name === 'NotAllowedError') this.#events.refused();
    });
  }

  /** @param factor  on the group's speed; the one in use when left out */
  setRate(rate: number, factor = this.#factor): void {
    this.#factor = factor;
    const wanted = rate * factor;
    if (Math.abs(this.element.playbackRate - wanted) > 1e-6) this.element.playbackRate = wanted;
  }

  /** Looks where it is and, every few looks, does something about it. */
  keepTo(ownS: number, rate: number): void {
    const { element } = this;
    if (element.seeking || element.readyState < HTMLMediaElement.HAVE_FUTURE_DATA) return;
    this.#behindS += (ownS - element.currentTime) / rate;
    this.#looks += 1;
    if (this.#looks < LOOKS_A_CORRECTION) return;
    const correction = correctDrift(this.#behindS / this.#looks, this.#factor);
    this.forgetDrift();
    if (correction.kind === 'factor') this.setRate(rate, correction.factor);
    else element.currentTime = ownS;
  }

  forgetDrift(): void {
    this.#behindS = 0;
    this.#looks = 0;
  }
}
