import type { Database } from 'better-sqlite3';

declare const readable: unique symbol;
declare const writable: unique symbol;

/** A connection to a project's database through which nothing is written. */
export type ReadableDb = Database & { readonly [readable]: true };
/** A connection that may write. There are two: the worker's, and the main thread's for small things. */
export type WritableDb = ReadableDb & { readonly [writable]: true };
