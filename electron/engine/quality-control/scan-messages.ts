/** What the thread is given. */
export interface ScanStart {
  /** The project's database. */
  readonly file: string;
  /** See `createCancelFlag`. */
  readonly cancel: SharedArrayBuffer;
}

/** What it says. `lint`: records and their lint are there; what is alike comes later. */
export type FromScan =
  | {
      readonly kind: 'progress';
      readonly step: 'records' | 'media' | 'alike';
      readonly done: number;
      readonly total: number;
    }
  | { readonly kind: 'lint' }
  | { readonly kind: 'done' }
  | { readonly kind: 'failed'; readonly message: string; readonly stack?: string };
