/** A door that is open or closed for all who come by. */
export interface Gate {
  readonly open: () => void;
  readonly close: () => void;
  /** Resolves when it is open. */
  readonly passed: () => Promise<void>;
}

/** Open at first. */
export function createGate(): Gate {
  let opened: PromiseWithResolvers<undefined> | undefined;
  return {
    open() {
      opened?.resolve(undefined);
      opened = undefined;
    },
    close() {
      opened ??= Promise.withResolvers();
    },
    async passed() {
      while (opened !== undefined) await opened.promise;
    },
  };
}
