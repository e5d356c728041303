// A long list seen through a window: pages of rows are asked for where the eye is, kept for a while
// and dropped least recently used first. It never holds the list, so its memory does not grow with it.

/**
 * What a view draws; `rowAt` is undefined while a page is on its way. Pages out of sight are put into
 * `pages` without a new state: whoever scrolls to them finds them there.
 */
export interface PagedRows<Row> {
  readonly status: 'idle' | 'loading' | 'ready' | 'failed';
  /** Rows of the whole list; that of the query before while `isStale`. */
  readonly total: number;
  readonly pages: ReadonlyMap<number, readonly Row[]>;
  /** The pages are of the query before; the new ones are on their way. */
  readonly isStale: boolean;
  readonly error: { readonly code: string; readonly message: string } | undefined;
}

export interface PageSource<Query, Row> {
  readonly load: (
    query: Query,
    offset: number,
    limit: number,
    signal: AbortSignal,
  ) => Promise<{ readonly rows: readonly Row[]; readonly total: number }>;
  readonly toError: (error: unknown) => { code: string; message: string };
}

export const PAGE_SIZE = 100;
const PAGES_KEPT = 24;
/** So many on both sides of the screen are there before anybody moves, */
const AROUND_ROWS = PAGE_SIZE * 3;
/** asked for when what is looked at has been drawn. */
const AROUND_REST_MS = 300;
/** Rows are asked for this long before the eye gets to them at the speed that it goes, */
const AHEAD_MS = 700;
/** at least so many of them as soon as it moves, and at most so many. */
const AHEAD_ROWS = { least: PAGE_SIZE / 2, most: PAGE_SIZE * 12 };
/** Who has not moved for so long stands. */
const STANDS_MS = 250;

export const noRows: PagedRows<never> = {
  status: 'idle',
  total: 0,
  pages: new Map(),
  isStale: false,
  error: undefined,
};

export function rowAt<Row>(state: PagedRows<Row>, index: number): Row | undefined {
  return state.pages.get(Math.floor(index / PAGE_SIZE))?.[index % PAGE_SIZE];
}

const isWithin = (page: number, [from, to]: readonly [number, number]) =>
  page >= from && page <= to;
const pageOf = (row: number) => Math.floor(row / PAGE_SIZE);

/** Loads the pages of one list; every change is told to `onChange` as a new state. */
export class RowPager<Query, Row> {
  #state: PagedRows<Row> = noRows;
  #query: Query | undefined;
  /** Counts queries and reloads; a reply to an older one is dropped. */
  #generation = 0;
  /** Pages: on the screen, and with what lies around and ahead. */
  #shown: readonly [number, number] = [0, 0];
  #wanted: readonly [number, number] = [0, 0];
  /** Came while they were out of sight; nobody was told. */
  readonly #untold = new Set<number>();
  #resting: ReturnType<typeof setTimeout> | undefined;
  #seen = { first: 0, atMs: -Infinity };
  readonly #inFlight = new Map<number, AbortController>();
  readonly #source: PageSource<Query, Row>;
  readonly #onChange: (state: PagedRows<Row>) => void;

  readonly #nowMs: () => number;

  /** @param nowMs  a clock */
  constructor(
    source: PageSource<Query, Row>,
    onChange: (state: PagedRows<Row>) => void,
    nowMs = () => performance.now(),
  ) {
    this.#source = source;
    this.#onChange = onChange;
    this.#nowMs = nowMs;
  }

  /** Another list: what is in flight is cancelled, the old rows stay until new ones are there. */
  setQuery(query: Query): void {
    this.#query = query;
    this.#shown = [0, 0];
    this.#wanted = [0, 0];
    this.#seen = { first: 0, atMs: -Infinity };
    this.reload();
  }

  /** The same list again, because the data behind it changed. */
  reload(): void {
    if (this.#query === undefined) return;
    this.#generation += 1;
    this.#wanted = this.#shown;
    clearTimeout(this.#resting);
    this.#cancel(() => true);
    this.#set({ status: 'loading', isStale: true });
    this.#request();
  }

  /** Rows first..last (inclusive) are on the screen; what lies around is loaded, too, and what it moves to. */
  want(first: number, last: number): void {
    clearTimeout(this.#resting);
    const ahead = this.#aheadOf(first);
    this.#shown = [pageOf(first), pageOf(Math.max(first, last))];
    if (this.#state.isStale) this.#ask(first, last, 0);
    else if (ahead !== 0) this.#ask(first, last, ahead, AROUND_ROWS);
    else {
      this.#ask(first, last, 0);
      this.#resting = setTimeout(() => this.#ask(first, last, 0, AROUND_ROWS), AROUND_REST_MS);
    }
    if ([...this.#untold].some((page) => isWithin(page, this.#shown))) this.#set({});
  }

  #ask(first: number, last: number, ahead: number, around = 0): void {
    const above = Math.max(around, -ahead);
    const below = Math.max(around, ahead);
    this.#wanted = [
      pageOf(Math.max(0, first - above)),
      pageOf(Math.max(first, last, this.#lastRow(last + below))),
    ];
    this.#cancel((page) => !isWithin(page, this.#wanted));
    this.#request(ahead < 0);
  }

  /** Rows beyond the screen that will be looked at soon; negative towards the list's start. */
  #aheadOf(first: number): number {
    const moved = first - this.#seen.first;
    const tookMs = this.#nowMs() - this.#seen.atMs;
    this.#seen = { first, atMs: this.#nowMs() };
    if (moved === 0 || tookMs > STANDS_MS) return Math.sign(moved) * AHEAD_ROWS.least;
    const rows = (Math.abs(moved) / Math.max(1, tookMs)) * AHEAD_MS;
    return (
      Math.sign(moved) * Math.round(Math.min(AHEAD_ROWS.most, Math.max(AHEAD_ROWS.least, rows)))
    );
  }

  #lastRow(wanted: number): number {
    return this.#state.isStale ? 0 : Math.min(wanted, this.#state.total - 1);
  }

  clear(): void {
    this.#query = undefined;
    this.#generation += 1;
    clearTimeout(this.#resting);
    this.#cancel(() => true);
    this.#set(noRows);
  }

  /** The nearest first; of two as near, the one that it moves towards. */
  #request(isUpwards = false): void {
    const [from, to] = this.#wanted;
    const distance = (page: number) => {
      const [first, last] = this.#shown;
      if (page > last) return page - last + (isUpwards ? 0.5 : 0);
      return page < first ? first - page + (isUpwards ? 0 : 0.5) : 0;
    };
    const pages = Array.from({ length: to - from + 1 }, (_, step) => from + step);
    for (const page of pages.sort((one, other) => distance(one) - distance(other))) {
      const isHere = !this.#state.isStale && this.#state.pages.has(page);
      if (isHere) this.#touch(page);
      else if (!this.#inFlight.has(page)) void this.#load(page);
    }
  }

  async #load(page: number): Promise<void> {
    const query = this.#query;
    if (query === undefined) return;
    const generation = this.#generation;
    const aborter = new AbortController();
    this.#inFlight.set(page, aborter);
    try {
      const offset = page * PAGE_SIZE;
      const reply = await this.#source.load(query, offset, PAGE_SIZE, aborter.signal);
      if (generation === this.#generation && !aborter.signal.aborted) this.#accept(page, reply);
    } catch (error) {
      if (generation !== this.#generation || aborter.signal.aborted) return;
      this.#set({ status: 'failed', isStale: false, error: this.#source.toError(error) });
    } finally {
      if (this.#inFlight.get(page) === aborter) this.#inFlight.delete(page);
    }
  }

  #accept(page: number, reply: { rows: readonly Row[]; total: number }): void {
    const { status, isStale, total } = this.#state;
    const isTold =
      isStale || status !== 'ready' || total !== reply.total || isWithin(page, this.#shown);
    // drawing a table again for rows that nobody sees takes the time of those that are seen
    const pages = isTold
      ? new Map(isStale ? [] : this.#state.pages)
      : (this.#state.pages as Map<number, readonly Row[]>);
    pages.delete(page);
    pages.set(page, reply.rows);
    for (const old of pages.keys()) {
      if (pages.size <= PAGES_KEPT) break;
      if (!isWithin(old, this.#wanted)) pages.delete(old);
    }
    if (!isTold) this.#untold.add(page);
    else
      this.#set({ status: 'ready', total: reply.total, pages, isStale: false, error: undefined });
  }

  /** A Map keeps insertion order: the page goes to its end, as the most recently used. */
  #touch(page: number): void {
    const pages = this.#state.pages as Map<number, readonly Row[]>;
    const rows = pages.get(page);
    if (rows === undefined) return;
    pages.delete(page);
    pages.set(page, rows);
  }

  #cancel(which: (page: number) => boolean): void {
    for (const [page, aborter] of this.#inFlight) {
      if (!which(page)) continue;
      aborter.abort();
      this.#inFlight.delete(page);
    }
  }

  #set(change: Partial<PagedRows<Row>>): void {
    this.#untold.clear();
    this.#state = { ...this.#state, ...change };
    this.#onChange(this.#state);
  }
}
