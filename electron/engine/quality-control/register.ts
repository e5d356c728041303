// All records with where they stand, in memory: a queue over 31,026 records is one pass over arrays.
import {
  QC_STATES,
  type QcFilter,
  type QcOverview,
  type QcState,
} from '../../../shared/model/quality-control.ts';
import type { Severity } from '../../../shared/model/problem.ts';
import type { ReadableDb } from '../db/handle.ts';
import { listQcHeads, listQcHeadsOf, listQcPeople, type QcEventHead } from '../db/qc-events.ts';
import { eachQcFinding, listQcRecords, type QcFindingHead } from '../db/qc-records.ts';
import { phaseOf, refusalOf, standingOf, type Standing } from './standing.ts';

/** How many findings of each severity a record has. */
export type FindingCounts = Readonly<Record<Severity, number>>;

export interface QcRegister {
  /** In the order of the dataset. */
  readonly keys: readonly string[];
  readonly indexOf: (key: string) => number | undefined;
  readonly standing: (index: number) => Standing;
  readonly findings: (index: number) => FindingCounts;
  /** Indexes that a filter leaves. @param name  as `nameKey` gives it */
  readonly select: (filter: QcFilter, name: string | undefined) => number[];
  /** Reads anew what was said of one record. */
  readonly refresh: (key: string) => void;
  readonly summary: () => Omit<QcOverview, 'scan'>;
}

interface KindCount {
  readonly head: QcFindingHead;
  readonly isOf: Uint8Array;
}

const NONE: FindingCounts = { error: 0, warning: 0, info: 0 };

/** @param order  all keys of the dataset, in its order */
export function loadRegister(db: ReadableDb, order: readonly string[]): QcRegister {
  const hashes = new Map(listQcRecords(db).map(({ key, hash }) => [key, hash]));
  const keys = order.filter((key) => hashes.has(key));
  const indexes = new Map(keys.map((key, index) => [key, index]));
  const events = Map.groupBy(listQcHeads(db), ({ key }) => key);
  const counts: Record<Severity, number>[] = [];
  const kinds = countKinds(db, indexes, counts);
  const standings = keys.map((key) => standingNow(events.get(key) ?? [], key));

  function standingNow(own: readonly QcEventHead[], key: string): Standing {
    return standingOf(own, hashes.get(key) ?? '');
  }
  const standing = (index: number): Standing => {
    const found = standings[index];
    if (found === undefined) throw new Error(`no record has the index ${index}`);
    return found;
  };

  function select(filter: QcFilter, name: string | undefined): number[] {
    const ofKinds = [...kinds.values()].filter(
      ({ head }) =>
        (filter.kind === undefined || head.kind === filter.kind) &&
        (filter.severity === undefined || head.severity === filter.severity),
    );
    const isFound = filter.kind !== undefined || filter.severity !== undefined;
    const found: number[] = [];
    for (let index = 0; index < keys.length; index++) {
      const own = standing(index);
      if (filter.state !== undefined && own.state !== filter.state) continue;
      if (isFound && !ofKinds.some(({ isOf }) => isOf[index] === 1)) continue;
      if (!isIn(keys[index] ?? '', filter)) continue;
      if (filter.todo !== undefined && !isTodo(own, filter.todo, name)) continue;
      found.push(index);
    }
    return found;
  }

  return {
    keys,
    indexOf: (key) => indexes.get(key),
    standing,
    findings: (index) => counts[index] ?? NONE,
    select,
    refresh(key) {
      const index = indexes.get(key);
      if (index !== undefined) standings[index] = standingNow(listQcHeadsOf(db, key), key);
    },
    summary: () => ({
      records: keys.length,
      states: countStates(standings),
      revised: standings.filter((own) => own.revision !== undefined).length,
      stale: standings.filter((own) => own.isStale).length,
      kinds: [...kinds.values()]
        .map(({ head: { kind, code, quirk, severity }, isOf }) => ({
          ...{ kind, severity, records: isOf.reduce((sum, one) => sum + one, 0) },
          ...(code === undefined ? {} : { code }),
          ...(quirk === undefined ? {} : { quirk }),
        }))
        .sort((a, b) => RANK[a.severity] - RANK[b.severity] || b.records - a.records),
      people: listQcPeople(db),
    }),
  };
}

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

function countKinds(
  db: ReadableDb,
  indexes: ReadonlyMap<string, number>,
  counts: Record<Severity, number>[],
): Map<string, KindCount> {
  const kinds = new Map<string, KindCount>();
  for (const head of eachQcFinding(db)) {
    const index = indexes.get(head.key);
    if (index === undefined) continue;
    const own = (counts[index] ??= { ...NONE });
    own[head.severity] += 1;
    const name = `${head.kind} ${head.severity}`;
    const kind = kinds.get(name) ?? { head, isOf: new Uint8Array(indexes.size) };
    kind.isOf[index] = 1;
    kinds.set(name, kind);
  }
  return kinds;
}

function isIn(key: string, { field, subdomain }: QcFilter): boolean {
  if (field === undefined && subdomain === undefined) return true;
  const [ownField, ownSubdomain] = key.split('/');
  return (field ?? ownField) === ownField && (subdomain ?? ownSubdomain) === ownSubdomain;
}

/** Waits for this phase, and for this name. */
function isTodo(own: Standing, phase: NonNullable<QcFilter['todo']>, name: string | undefined) {
  if (phaseOf(own) !== phase) return false;
  return name === undefined || refusalOf(own, phase, name) === undefined;
}

function countStates(standings: readonly Standing[]): Record<QcState, number> {
  const counts = Object.fromEntries(QC_STATES.map((state) => [state, 0])) as Record<
    QcState,
    number
  >;
  for (const { state } of standings) counts[state] += 1;
  return counts;
}
