/**
 * Runs inside, before the code: gives it `inputs`, `data`, `print`, `table`, `chart`, and answers with
 * two functions that put its result or its error into words. `emit` stays in the closure; whatever the
 * code does to JSON or to prototypes afterwards can only change the text that comes out.
 */
export const GUEST_PRELUDE = `(function (emit, givenTexts, givenData) {
  'use strict';
  const { stringify, parse } = JSON;
  const text = String;
  const isArray = Array.isArray;
  const isFinite = Number.isFinite;
  const entriesOf = Object.fromEntries;
  const from = Array.from;
  const MapOf = Map;
  const SetOf = Set;
  const keysOf = Object.keys;
  const bare = (key, value) => {
    if (typeof value === 'bigint') return text(value);
    if (typeof value === 'number' && !isFinite(value)) return text(value);
    if (typeof value === 'function') return '[function]';
    if (value instanceof MapOf) return entriesOf(from(value, ([k, v]) => [text(k), v]));
    if (value instanceof SetOf) return from(value);
    return value;
  };
  const words = (value) => {
    if (typeof value === 'string') return value;
    if (value instanceof Error) return text(value);
    return stringify(value, bare) ?? text(value);
  };
  const print = (...values) => emit('print', values.map(words).join(' '));
  const table = (title, rows) => {
    const all = from(rows);
    const columns = isArray(all[0]) ? all[0].map(text) : from(new SetOf(all.flatMap(keysOf)));
    const cells = isArray(all[0])
      ? all.slice(1)
      : all.map((row) => columns.map((column) => row[column] ?? null));
    emit('table', stringify({ title: text(title), columns, rows: cells }, bare));
  };
  const chart = (spec) => emit('chart', stringify(spec, bare));
  const define = (name, value) =>
    Object.defineProperty(globalThis, name, { value, writable: true, configurable: true });
  define('inputs', parse(givenTexts));
  define('data', parse(givenData));
  define('print', print);
  define('console', { log: print, info: print, warn: print, error: print });
  define('table', table);
  define('chart', chart);
  return {
    result: (value) => stringify(value === undefined ? null : value, bare) ?? 'null',
    error: (thrown) => {
      const said = thrown instanceof Error ? text(thrown.name) + ': ' + text(thrown.message) : words(thrown);
      const at = thrown instanceof Error ? /code:(\\d+)/.exec(text(thrown.stack)) : null;
      return (text(said) + (at ? ' (line ' + at[1] + ')' : '')).slice(0, 2000);
    },
  };
})`;
