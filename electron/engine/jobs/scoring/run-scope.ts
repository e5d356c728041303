import type { RunRequest } from '../../../../shared/model/run.ts';
import type { ReadableDb } from '../../db/handle.ts';
import type { Columns } from '../../query/columns.ts';
import type { InstanceList } from '../../query/instance-list.ts';
import type { MediaReader } from '../../query/item-media.ts';
import { describeJudge, type JudgeSetup } from '../judging/judge-setup.ts';
import { loadJudgeSetup } from '../judging/load-setup.ts';
import type { ScoredMetric, ScorerInfo } from '../queue.ts';
import { metricsOf, type WorkScope } from './list-work.ts';
import type { ScorerCatalogue } from './scorer-catalogue.ts';

/** What queries of the project are answered from. */
export interface RunQuery {
  readonly columns: () => Columns;
  readonly list: () => InstanceList;
  readonly media: () => MediaReader;
}

/** What a request means in the project as it is now. */
export interface RunScope {
  readonly setup: JudgeSetup;
  readonly scorers: () => Promise<readonly ScorerInfo[]>;
  readonly instanceIds: () => WorkScope['instanceIds'];
}

/** Looks up what is set; asks workers and reads columns when that is asked for. */
export function scopeOf(
  db: ReadableDb,
  query: RunQuery,
  catalogue: ScorerCatalogue,
  request: RunRequest,
): RunScope {
  const setup = loadJudgeSetup(db, request.endpoints);
  return {
    setup,
    scorers: async () => await listScorers(catalogue, setup, request),
    instanceIds: () => listInstanceIds(query, request),
  };
}

/** All that can be computed, by whom. */
async function listScorers(
  catalogue: ScorerCatalogue,
  setup: JudgeSetup,
  request: RunRequest,
): Promise<ScorerInfo[]> {
  const metrics = metricsOf(request);
  const scored = metrics.filter(
    (metric): metric is ScoredMetric => metric !== 'SC' && metric !== 'coherence',
  );
  const byWorkers = await catalogue.list({ metrics: scored, settings: request.settings });
  return [...byWorkers, ...describeJudge(setup, metrics)];
}

/** Row ids of the instances that a request means. */
function listInstanceIds(
  query: RunQuery,
  { filter, models, keys }: RunRequest,
): ReadonlySet<number> {
  const { ids, indexByKey } = query.columns();
  const all = { by: 'key', descending: false } as const;
  const { indexes } = query.list().slice({ filter, models }, all, 0, ids.length);
  const named = keys && new Set(keys.map((key) => indexByKey.get(key)));
  const meant = Array.from(indexes).filter((index) => named?.has(index) ?? true);
  return new Set(meant.map((index) => ids[index] ?? -1));
}
