// One clock for several media elements. One of them leads: the group's position is its own time, and the
// others are kept with it (drift.ts). Where none plays, between two clips, the system's clock goes on.
// Everything starts and jumps together: all are put in place first, then started in one go.
import { fadeTo } from './fade.ts';
import { groupDuration, isPlayingTime, startOf, type TimeRange } from './group-time.ts';
import { placeMedium } from './media-ready.ts';
import type { TransportState } from './state.ts';
import { Track, type TrackInput } from './track.ts';

const TICK_MS = 25;
const END_S = 0.03;
/** By how much the clocks of two media may differ when one takes over from the other. */
const TURN_S = 0.15;
/** How far the position goes before views that are no playheads are told. */
const TOLD_S = 0.09;

type Listener = () => void;

/** Its functions are bound, so that they can be handed on. */
export class Transport {
  #tracks: Track[] = [];
  readonly #listeners = new Set<Listener>();
  readonly #frameListeners = new Set<(positionS: number) => void>();
  readonly #playListeners = new Set<Listener>();
  #rate = 1;
  #isLooping = false;
  #isMuted = false;
  #region: TimeRange | undefined;
  #heard: string | undefined;
  /** Or about to. */
  #isPlaying = false;
  #isSettling = false;
  #attempt = 0;
  #leader: Track | undefined;
  #anchor = { positionS: 0, atMs: 0 };
  #timer: ReturnType<typeof setInterval> | undefined;
  #frame = 0;

  readonly state = (): TransportState => this.#state;

  readonly subscribe = (listener: Listener): Listener => listen(this.#listeners, listener);

  /** Calls for each drawn frame while playing, and after each jump, with the position. */
  readonly onFrame = (listener: (positionS: number) => void): Listener =>
    listen(this.#frameListeners, listener);

  /** Calls when playing begins, e.g. to pause other players. */
  readonly onPlay = (listener: Listener): Listener => listen(this.#playListeners, listener);

  /** The position now, finer than the state's. */
  readonly position = (): number => {
    if (!this.#isPlaying || this.#isSettling) return this.#anchor.positionS;
    const leader = this.#leader;
    if (leader !== undefined) return startOf(leader, this.#tracks) + leader.element.currentTime;
    const { positionS, atMs } = this.#anchor;
    return positionS + ((performance.now() - atMs) / 1000) * this.#rate;
  };

  /** @returns a function that takes it out again */
  readonly add = (input: TrackInput): Listener => {
    const track: Track = new Track(input, {
      changed: () => {
        if (track === this.#leader && track.failure !== undefined) this.#leader = undefined;
        this.#tell();
      },
      waiting: () => this.#waitFor(track),
      paused: () => this.#pausedFromOutside(track),
      refused: () => this.pause(),
    });
    this.#tracks = [...this.#tracks, track];
    this.#heard ??= track.id;
    this.#setVolumes();
    this.#tell();
    return () => {
      track.release();
      this.#tracks = this.#tracks.filter((each) => each !== track);
      if (this.#leader === track) this.#leader = undefined;
      if (this.#heard === track.id) this.#heard = this.#tracks[0]?.id;
      if (this.#tracks.length === 0) this.pause();
      this.#setVolumes();
      this.#tell();
    };
  };

  /** For drawings that follow a medium; undefined before it was added. */
  readonly elementOf = (id: string): HTMLMediaElement | undefined =>
    this.#tracks.find((track) => track.id === id)?.element;

  readonly play = (): void => {
    const durationS = groupDuration(this.#tracks);
    if (this.#isPlaying || this.#tracks.length === 0) return;
    const from = this.position(); // before it plays, when the system's clock would be asked
    this.#isPlaying = true;
    for (const listener of this.#playListeners) listener();
    const region = this.#isLooping ? this.#region : undefined;
    const isOutside = region !== undefined && (from < region.fromS || from >= region.toS);
    const isAtEnd = durationS > 0 && from >= durationS - END_S;
    void this.#settle(isOutside ? region.fromS : isAtEnd ? 0 : from);
  };

  readonly pause = (): void => {
    if (!this.#isPlaying) return;
    this.#anchor = { positionS: this.position(), atMs: performance.now() };
    this.#attempt += 1;
    this.#isPlaying = false;
    this.#isSettling = false;
    clearInterval(this.#timer);
    cancelAnimationFrame(this.#frame);
    for (const { element } of this.#tracks) element.pause();
    // what stands beside each other shows the same moment
    if (this.#tracks.length > 1) void this.#settle(this.#anchor.positionS);
    this.#tell();
    this.#tellFrame();
  };

  readonly toggle = (): void => (this.#isPlaying ? this.pause() : this.play());

  readonly seek = (positionS: number): void => void this.#settle(positionS);

  readonly setRate = (rate: number): void => {
    this.#anchor = { positionS: this.position(), atMs: performance.now() };
    this.#rate = rate;
    for (const track of this.#tracks) track.setRate(rate);
    this.#tell();
  };

  readonly setLooping = (isLooping: boolean): void => {
    this.#isLooping = isLooping;
    this.#tell();
  };

  /** A region loops at once; undefined takes it away. */
  readonly setRegion = (region: TimeRange | undefined): void => {
    this.#region = region;
    this.#isLooping = region !== undefined;
    this.#tell();
  };

  readonly setOffset = (id: string, offsetS: number): void => {
    const track = this.#tracks.find((each) => each.id === id);
    if (track === undefined || !Number.isFinite(offsetS)) return;
    const at = this.position();
    track.offsetS = offsetS;
    void this.#settle(at);
  };

  readonly hear = (id: string): void => {
    if (!this.#tracks.some((track) => track.id === id)) return;
    this.#heard = id;
    this.#setVolumes();
    if (this.#isPlaying && !this.#isSettling) this.#chooseLeader(this.position());
    this.#tell();
  };

  readonly setMuted = (isMuted: boolean): void => {
    this.#isMuted = isMuted;
    this.#setVolumes();
    this.#tell();
  };

  #state: TransportState = this.#describe(); // behind the functions that it uses

  #describe(): TransportState {
    const tracks = this.#tracks;
    const durationS = groupDuration(tracks);
    return {
      positionS: Math.min(this.position(), durationS),
      durationS,
      isPlaying: this.#isPlaying,
      rate: this.#rate,
      isLooping: this.#isLooping,
      region: this.#region,
      heard: this.#heard,
      isMuted: this.#isMuted,
      tracks: Object.fromEntries(
        tracks.map((track) => {
          const { id, offsetS, durationS, failure } = track;
          return [id, { offsetS, startS: startOf(track, tracks), durationS, failure }];
        }),
      ),
    };
  }

  #tell(): void {
    this.#state = this.#describe();
    for (const listener of this.#listeners) listener();
  }

  #tellFrame(): void {
    const now = this.position();
    for (const listener of this.#frameListeners) listener(now);
  }

  #ownTime(track: Track, positionS: number): number {
    return positionS - startOf(track, this.#tracks);
  }

  #isActive(track: Track, positionS: number): boolean {
    return track.failure === undefined && isPlayingTime(track, this.#ownTime(track, positionS));
  }

  /** The one that is heard, so that its speed is never touched; else the one that led before. */
  #chooseLeader(positionS: number): void {
    const heard = this.#tracks.find(({ id }) => id === this.#heard);
    const candidates = [heard, this.#leader, ...this.#tracks];
    this.#leader = candidates.find((track) => track && this.#isActive(track, positionS));
    this.#leader?.setRate(this.#rate, 1);
  }

  #setVolumes(): void {
    for (const { id, element } of this.#tracks) {
      fadeTo(element, id === this.#heard && !this.#isMuted ? 1 : 0);
    }
  }

  /** Puts all in place; starts them together unless something else was asked for meanwhile. */
  async #settle(toS: number): Promise<void> {
    const mine = ++this.#attempt;
    const durationS = groupDuration(this.#tracks);
    const to = Math.max(0, durationS > 0 ? Math.min(toS, durationS) : toS);
    this.#anchor = { positionS: to, atMs: performance.now() };
    this.#isSettling = true;
    for (const { element } of this.#tracks) element.pause();
    this.#tell();
    this.#tellFrame();
    await Promise.all(this.#tracks.map((track) => this.#place(track, to)));
    if (mine !== this.#attempt) return;
    this.#isSettling = false;
    this.#tellFrame();
    if (this.#isPlaying) this.#start();
  }

  async #place(track: Track, positionS: number): Promise<void> {
    const { element, durationS, failure } = track;
    const wanted = Math.max(0, this.#ownTime(track, positionS));
    const ownS = durationS > 0 ? Math.min(wanted, durationS) : wanted;
    // what was never asked for is not loaded for nothing
    const isUntouched = element.preload === 'none' && !this.#isPlaying && ownS === 0;
    if (failure !== undefined || isUntouched) return;
    track.wake();
    const isNext = this.#isPlaying && (durationS === 0 || this.#isActive(track, positionS));
    await placeMedium(element, ownS, isNext);
  }

  #start(): void {
    this.#anchor = { ...this.#anchor, atMs: performance.now() };
    this.#leader = undefined;
    this.#chooseLeader(this.#anchor.positionS);
    this.#setVolumes(); // a player that wraps an element may have set its own
    for (const track of this.#tracks) {
      track.setRate(this.#rate, 1);
      track.forgetDrift();
      track.isHeld = !this.#isActive(track, this.#anchor.positionS);
      if (!track.isHeld) track.run();
    }
    clearInterval(this.#timer);
    this.#timer = setInterval(() => this.#tick(), TICK_MS);
    cancelAnimationFrame(this.#frame);
    const next = () => {
      this.#tellFrame();
      this.#frame = requestAnimationFrame(next);
    };
    this.#frame = requestAnimationFrame(next);
    this.#tell();
  }

  #tick(): void {
    if (this.#isSettling) return;
    const now = this.position();
    this.#anchor = { positionS: now, atMs: performance.now() };
    const durationS = groupDuration(this.#tracks);
    const region = this.#isLooping ? this.#region : undefined;
    if (now >= (region?.toS ?? durationS) || now >= durationS - END_S) {
      return this.#isLooping && durationS > 0 ? this.seek(region?.fromS ?? 0) : this.#finish();
    }
    if (this.#leader === undefined || !this.#isActive(this.#leader, now)) this.#chooseLeader(now);
    for (const track of this.#tracks) this.#keep(track, now);
    if (Math.abs(now - this.#state.positionS) > TOLD_S) this.#tell();
  }

  #finish(): void {
    this.pause();
    this.#anchor = { positionS: groupDuration(this.#tracks), atMs: performance.now() };
    this.#tell();
    this.#tellFrame();
  }

  #keep(track: Track, now: number): void {
    const { element, durationS, isHeld } = track;
    const ownS = this.#ownTime(track, now);
    if (!this.#isActive(track, now)) {
      // clocks differ a little: what has just begun is not stopped again
      if (!isHeld && (ownS < -TURN_S || ownS > 0)) this.#hold(track);
    } else if (isHeld) {
      if (ownS > durationS - TURN_S) return; // nor is what has just ended begun again
      track.isHeld = false;
      element.currentTime = ownS;
      track.run();
    } else if (track !== this.#leader) track.keepTo(ownS, this.#rate);
  }

  #hold(track: Track): void {
    track.isHeld = true;
    track.element.pause();
  }

  /** One that has to wait for its data keeps all waiting. */
  #waitFor(track: Track): void {
    const isMid = this.#isActive(track, this.position() + 0.2);
    if (this.#isPlaying && !this.#isSettling && isMid) this.seek(this.position());
  }

  /** By a media key or the system: then all pause. */
  #pausedFromOutside(track: Track): void {
    const { paused, ended } = track.element;
    if (!this.#isPlaying || this.#isSettling || !paused || ended || track.isHeld) return;
    if (this.#isActive(track, this.position())) this.pause();
  }
}

function listen<L>(all: Set<L>, listener: L): Listener {
  all.add(listener);
  return () => void all.delete(listener);
}
