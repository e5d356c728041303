// A run knows one way to get through its items, whoever computes them: what is it made of, is there an
// outcome of that already, is one being computed just now, else compute it. A plan goes the same way as
// far as the second question. What an item is made of is a preparer's to say; computing takes hands,
// which a plan does not have.
import type { RoleId } from '../../../../shared/model/endpoint.ts';
import type { UnscoredCode } from '../../../../shared/model/score.ts';
import type { OutcomeDraft, OutcomeKey } from '../../db/outcomes.ts';
import type { PendingItem } from '../../db/run-items.ts';
import type { DoerId, FileState, ScorerInfo } from '../queue.ts';
import type { FoundItem } from './find-item.ts';

/** An item of a run whose response is there. */
export type DoerItem = Pick<PendingItem, 'tag' | 'metric'> & {
  readonly response: NonNullable<PendingItem['response']>;
};

/** An item that has bytes. */
export type Source = Exclude<FoundItem, { kind: 'none' }>;

/** There is nothing to compute it from; that is looked at anew by every run. */
export interface NoTask {
  readonly kind: 'none';
  readonly draft: Extract<OutcomeDraft, { status: 'unscored' }>;
}

/**
 * `state` is the file's when its bytes were read; it is looked at only as long as it stays so. `unread`:
 * the bytes were never read, and a plan does not read them.
 */
export type ContentHash =
  | { readonly kind: 'hash'; readonly contentHash: string; readonly state?: FileState | undefined }
  | { readonly kind: 'unread' }
  | NoTask;

/** Finds the hash of what an item is made of. */
export type ContentHasher = (source: Source) => ContentHash | Promise<ContentHash>;

/** What computing came to, and how long it took. */
export interface Computed {
  readonly draft: OutcomeDraft;
  readonly seconds: number;
}

/** A question that computing would ask of a model. */
export interface PlannedCall {
  readonly role: RoleId;
  /** Names it: the same question is asked once. */
  readonly name: string;
  /** Its key, where it can be known beforehand. */
  readonly callKey: string | undefined;
  /** True for a caption of the response's own item. */
  readonly isOfResponse?: boolean;
  /** Characters of the text that is sent, as far as it is known. */
  readonly characters: number;
}

/** An item whose outcome can be found, or computed. */
export interface Task<Hands> {
  readonly kind: 'task';
  /** Undefined where that takes bytes that were not read: in plans only. */
  readonly key: OutcomeKey | undefined;
  /** What would be asked, if its outcome is not there. */
  readonly calls?: (() => readonly PlannedCall[]) | undefined;
  /** To be called when its outcome was there. */
  readonly found?: ((hands: Hands) => void) | undefined;
  /** @throws what ends the run, such as an endpoint that refuses */
  readonly compute: (hands: Hands) => Promise<Computed>;
}

/** Finds out what an item is made of. Asks no model. */
export type Preparer<Hands> = (item: DoerItem, scorer: ScorerInfo) => Promise<Task<Hands> | NoTask>;

/** Computes some of a run's items: worker threads do, and the models that are asked. */
export interface Doer {
  readonly id: DoerId;
  /** How many items may be on their way at once. */
  readonly window: number;
  readonly prepare: Preparer<void>;
}

/** Gives a preparer hands. */
export function createDoer<Hands>(
  id: DoerId,
  window: number,
  prepare: Preparer<Hands>,
  hands: Hands,
): Doer {
  return {
    id,
    window,
    async prepare(item, scorer) {
      const task = await prepare(item, scorer);
      if (task.kind === 'none') return task;
      const { found, compute } = task;
      return { ...task, found: () => found?.(hands), compute: () => compute(hands) };
    },
  };
}

/** Nothing to compute it from, and why. */
export const noTask = (code: UnscoredCode, reason: string): NoTask => ({
  kind: 'none',
  draft: { status: 'unscored', code, reason },
});
