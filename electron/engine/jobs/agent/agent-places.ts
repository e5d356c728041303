// Where a run of the agent puts what it makes: everything beside its prediction file, below names that no
// record can leave.
import { createHash } from 'node:crypto';
import { basename, dirname, extname, join, relative, sep } from 'node:path';
import type { ReportEntry } from '../../../../shared/model/agent.ts';
import { parseTagName } from '../../../../shared/interleave/parse.ts';
import { MODALITIES } from '../../../../shared/model/modality.ts';
import type { StoredInstance } from '../../db/instances.ts';

/** The names that an instance goes by on the disk. */
type Named = Pick<StoredInstance, 'field' | 'subdomain' | 'recordId' | 'ordinal'>;

/** Places of one run. */
export interface AgentPlaces {
  /** Folder of the prediction file: what paths in it are relative to. */
  readonly base: string;
  readonly files: string;
  readonly traces: string;
}

/** @param out  path of the prediction file */
export function placesOf(out: string, runId: number): AgentPlaces {
  const base = dirname(out);
  const stem = basename(out, extname(out));
  const run = `run-${runId}`;
  return {
    base,
    files: join(base, `${stem}.files`, run),
    traces: join(base, `${stem}.traces`, run),
  };
}

/** The trace of an instance's attempt, counted from 1. */
export function tracePath(places: AgentPlaces, instance: Named, attempt: number): string {
  const name = attempt === 1 ? nameOf(instance) : `${nameOf(instance)}.${attempt}`;
  return join(places.traces, plain(instance.field), plain(instance.subdomain), `${name}.jsonl`);
}

/** Path of an item's file, named as the release names its own. */
export function itemPath(
  places: AgentPlaces,
  instance: Named,
  { tag, modality }: Pick<ReportEntry, 'tag' | 'modality'>,
  extension: string,
): string {
  const { folder, filePrefix } = MODALITIES[modality];
  const number = String(parseTagName(tag)?.number ?? 0).padStart(2, '0');
  const name = `${filePrefix}_${nameOf(instance)}_${number}.${plain(extension)}`;
  return join(places.files, plain(instance.field), plain(instance.subdomain), folder, name);
}

/** As it stands in the prediction. */
export function relativeTo({ base }: AgentPlaces, path: string): string {
  return relative(base, path).split(sep).join('/');
}

function nameOf({ recordId, ordinal }: Named): string {
  const id = /^\d{1,4}$/.test(recordId) ? recordId.padStart(4, '0') : plain(recordId);
  return ordinal > 1 ? `${id}-${ordinal}` : id;
}

const LONGEST = 80;

/** A name that is one name on every system; what had to be changed is told apart by its hash. */
function plain(name: string): string {
  const clean = name.replace(/[^A-Za-z0-9_-]+/g, '_').slice(0, LONGEST);
  if (clean === name && clean !== '') return clean;
  const hash = createHash('sha256').update(name).digest('hex').slice(0, 8);
  return `${clean}_${hash}`;
}
