// The Batch API as a second way to ask: questions are gathered, sent in one file, and answered within a
// day at a lower price. What was sent stands in a store, so that a new start finds it again.
import type { RoleId } from '../../../../../shared/model/endpoint.ts';

/** A batch that was sent, or was about to be. */
export interface StoredBatch {
  readonly id: number;
  /** The vendor's id; until that is known the mark by which the batch is found there. */
  readonly remoteId: string;
}

export interface NewBatch {
  /** Of its first question; a batch may hold several roles of one endpoint. */
  readonly role: RoleId;
  readonly baseUrl: string;
  readonly model: string;
  /** A mark, replaced when the vendor has given an id. */
  readonly remoteId: string;
  readonly callKeys: readonly string[];
}

/** Remembers which question was sent in which batch. */
export interface BatchStore {
  /** The batch that a question without an answer is in. Whoever keeps an answer ends its entry. */
  readonly find: (callKey: string) => StoredBatch | undefined;
  /** Kept before the vendor is told, with all its questions; their older entries are replaced. */
  readonly add: (batch: NewBatch) => number | Promise<number>;
  readonly setRemoteId: (id: number, remoteId: string) => void | Promise<void>;
  /** These questions are in no batch any more. */
  readonly forget: (callKeys: readonly string[]) => void | Promise<void>;
}
