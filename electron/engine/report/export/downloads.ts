// Places for files that leave through the browser: each lies in a folder that only this process knows,
// is fetched once by a token that nobody can guess, and is gone then. Nothing else is ever handed out.
import { randomBytes, randomUUID } from 'node:crypto';
import { chmodSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../../../../shared/api/errors.ts';
import { toAppError } from '../../db/errors.ts';
import { isProcessAlive } from '../../is-process-alive.ts';

/** A place that was made for one export. */
export interface DownloadPlace {
  readonly token: string;
  /** Where the export is to write its file. */
  readonly path: string;
}

/** A file that may be handed out, this once. */
export interface TakenDownload {
  readonly path: string;
  readonly name: string;
  /** Deletes it; to be called when it was sent, or when nobody waits for it any more. */
  readonly discard: () => void;
}

export interface Downloads {
  /**
   * Makes a place for a file.
   *
   * @throws AppError 'read-only' or 'disk-full' where the app's own folder takes nothing
   */
  readonly place: (name: string) => DownloadPlace;
  /**
   * The file behind a token, which is worth nothing from then on.
   *
   * @throws AppError 'not-found' for a token that is none, that was used, or whose file is not written yet
   */
  readonly take: (token: string) => TakenDownload;
  /** Deletes what nobody fetched; an unknown token is none any more. */
  readonly drop: (token: string) => void;
  /** Deletes all. */
  readonly close: () => void;
}

/** More that nobody fetches are no help; the oldest gives way. */
const MOST = 8;

interface Place {
  readonly dir: string;
  readonly path: string;
  readonly name: string;
}

/** @param dataDir  the app's own folder; nothing is made in it before the first place is */
export function createDownloads(dataDir: string): Downloads {
  const all = join(dataDir, 'downloads');
  const own = join(all, `${process.pid}-${randomUUID()}`);
  const places = new Map<string, Place>();
  const remove = (token: string, dir: string) => {
    places.delete(token);
    rmSync(dir, { recursive: true, force: true });
  };
  return {
    place(name) {
      if (places.size === 0) removeLeftOver(all);
      const token = randomBytes(32).toString('base64url');
      const dir = join(own, randomUUID()); // not the token: paths are shown in messages
      const oldest = places.size < MOST ? undefined : [...places][0];
      if (oldest !== undefined) remove(oldest[0], oldest[1].dir);
      try {
        mkdirSync(dir, { recursive: true });
        chmodSync(own, 0o700);
      } catch (error) {
        throw toAppError(error, { doing: 'make a download', path: dir });
      }
      const path = join(dir, name);
      places.set(token, { dir, path, name });
      return { token, path };
    },
    take(token) {
      const place = places.get(token);
      const isThere = place !== undefined && isFile(place.path);
      if (!isThere) {
        const why = 'it was fetched already, or it was never written. Export again';
        throw new AppError('not-found', `Cannot download the file: ${why}.`);
      }
      places.delete(token);
      const { dir, path, name } = place;
      return { path, name, discard: () => remove(token, dir) };
    },
    drop(token) {
      const place = places.get(token);
      if (place !== undefined) remove(token, place.dir);
    },
    close() {
      places.clear();
      rmSync(own, { recursive: true, force: true });
    },
  };
}

const isFile = (path: string) => statSync(path, { throwIfNoEntry: false })?.isFile() === true;

/** What a process that was ended by force could not delete. */
function removeLeftOver(all: string): void {
  let names: readonly string[] = [];
  try {
    names = readdirSync(all);
  } catch {
    return; // there is no such folder yet
  }
  for (const name of names) {
    const pid = Number.parseInt(name, 10);
    if (pid !== process.pid && !isProcessAlive(pid)) {
      rmSync(join(all, name), { recursive: true, force: true });
    }
  }
}
