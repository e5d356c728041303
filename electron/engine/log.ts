import { pino, type Logger } from 'pino';

/** The engine's log: pino, JSON lines on stderr. Never holds a key or a response's text. */
export type Log = Logger;

/** @param level  `silent` in tests; `warn` for the CLI; `info` for the hosts */
export function createLog(level: string): Log {
  return pino({ level, base: null }, pino.destination({ dest: 2, sync: true }));
}
