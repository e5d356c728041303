/** What the thread is given: everything is text, so that nothing of ours has a handle inside. */
export interface SandboxJob {
  readonly source: string;
  /** JSON of name → text, and of name → what that text holds. */
  readonly texts: string;
  readonly data: string;
  readonly timeMs: number;
  readonly memoryBytes: number;
  readonly outputLength: number;
}

/** What code has said: JSON texts, to be read with suspicion. */
export interface SandboxSaid {
  readonly kind: 'print' | 'table' | 'chart';
  readonly text: string;
}

/** What the thread answers, `said` one by one and before the end. */
export type FromSandbox =
  | { readonly kind: 'started' }
  | { readonly kind: 'said'; readonly said: SandboxSaid }
  | { readonly kind: 'done'; readonly result: string }
  | {
      readonly kind: 'failed';
      readonly reason: 'error' | 'timeout' | 'memory' | 'output';
      readonly message: string;
    };
