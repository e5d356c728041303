import { SqliteError } from 'better-sqlite3';
import { setTimeout as sleep } from 'node:timers/promises';
import type { WritableDb } from '../../db/handle.ts';

const RETRY_MS = 25;

/** Runs a write in a transaction, again and again while another writer has the database. */
export type PatientWrite = (write: () => void) => Promise<void>;

/** @param db  a connection that does not wait itself (`busy_timeout` 0) */
export function createPatientWrite(db: WritableDb): PatientWrite {
  const transact = db.transaction((write: () => void) => write());
  return async (write) => {
    for (;;) {
      try {
        transact.immediate(write);
        return;
      } catch (error) {
        if (!isBusy(error)) throw error;
        await sleep(RETRY_MS);
      }
    }
  };
}

/** True for the error of a database that somebody else is writing to. */
export function isBusy(error: unknown): boolean {
  return error instanceof SqliteError && /^SQLITE_(BUSY|LOCKED)/.test(error.code);
}
