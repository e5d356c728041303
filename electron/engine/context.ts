import type { EventName, EventPayload } from '../../shared/api/events.ts';
import type { HostInfo } from '../../shared/api/host.ts';
import type { Dispatch } from './api/dispatch.ts';
import type { HostKeys } from './judges/endpoint/host-keys.ts';
import type { Log } from './log.ts';
import type { TakenDownload } from './report/export/downloads.ts';

/** What a host gives the engine; nothing in the engine reads a global instead. */
export interface EngineOptions {
  /** Folder for what belongs to no project: recent projects, the demo's copy, appearance. */
  readonly dataDir: string;
  readonly host: HostInfo;
  /** Folder of the shipped demo (read-only, its media are served from there). */
  readonly samplesDir: string;
  readonly log: Log;
  /** Milliseconds since 1970; a fake one in tests. */
  readonly clock: () => number;
  /** Shows a file in the system's file manager, or opens it; absent where the host cannot. */
  readonly shell?: {
    readonly reveal: (path: string) => void | Promise<void>;
    readonly open: (path: string) => void | Promise<void>;
  };
  /** Where keys of endpoints are found; absent: endpoints are asked without. */
  readonly keys?: HostKeys;
  /** Check every output against the contract; on in tests and development. */
  readonly checkOutput?: boolean;
}

export type Emit = <E extends EventName>(event: E, payload: EventPayload<E>) => void;

/** The scoring engine as a host sees it. `createEngine(options)` in `index.ts` makes one. */
export interface Engine {
  readonly dispatch: Dispatch;
  /** @returns a function that stops listening */
  readonly on: (listener: (event: EventName, payload: unknown) => void) => () => void;
  /**
   * Real path behind a media id, for the host's media route.
   *
   * @throws AppError 'path-refused' outside the opened folders, 'not-found', 'no-project'
   */
  readonly resolveMedia: (mediaId: string) => { readonly path: string; readonly mimeType: string };
  /**
   * The exported file behind a token of `export.place`, for the host's download route; only once.
   *
   * @throws AppError 'not-found'
   */
  readonly takeDownload: (token: string) => TakenDownload;
  /** Stops work at the next safe point and closes the project; nothing committed is lost. */
  readonly close: () => Promise<void>;
}
