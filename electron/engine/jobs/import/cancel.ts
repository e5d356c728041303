/** Thrown at a safe point when the user has cancelled: everything before it is committed. */
export class ImportCancelled extends Error {
  constructor() {
    super('the import was cancelled');
    this.name = 'ImportCancelled';
  }
}

/** A flag that the main thread raises and the worker sees while it is busy. */
export interface CancelFlag {
  readonly raise: () => void;
  /** To be called before the next import starts. */
  readonly lower: () => void;
  /** @throws ImportCancelled */
  readonly check: () => void;
  readonly isRaised: () => boolean;
}

/** @param buffer  at least 4 bytes, shared by both threads */
export function createCancelFlag(buffer: SharedArrayBuffer): CancelFlag {
  const cell = new Int32Array(buffer);
  const isRaised = () => Atomics.load(cell, 0) !== 0;
  return {
    raise: () => void Atomics.store(cell, 0, 1),
    lower: () => void Atomics.store(cell, 0, 0),
    check() {
      if (isRaised()) throw new ImportCancelled();
    },
    isRaised,
  };
}
