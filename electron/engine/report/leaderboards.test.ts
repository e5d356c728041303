import { expect, onTestFinished, test } from 'vitest';
import { startMixed } from '../../../tests/recompute/mixed-project.ts';
import { analysisData, everyIndex } from '../../../tests/builders/analysis-data.ts';
import { createRandom } from '../../../shared/stats/random.ts';
import { createAnalysisThreads } from '../analysis/analysis-thread.ts';
import { createLog } from '../log.ts';
import { createLeaderboards, type LeaderboardQuery } from './leaderboards.ts';

test('a large leaderboard is answered by its means, and its intervals are told to be there', async () => {
  const { leaderboards, completed } = startLarge();

  const first = await leaderboards.get(query('subdomain'));
  expect(first.rows.every(({ mean }) => mean !== undefined)).toBe(true);
  if (!first.isComplete) {
    expect(first.rows.every(({ ci95 }) => ci95 === undefined)).toBe(true);
    await completed;
  }

  const whole = await leaderboards.get(query('subdomain'));
  expect(whole.isComplete).toBe(true);
  expect(whole.rows.every(({ method }) => method === 'bootstrap')).toBe(true);
  expect(whole.rows.map(({ mean }) => mean)).toEqual(first.rows.map(({ mean }) => mean));
});

test('what somebody waits for is finished, whatever is asked meanwhile', async () => {
  const { leaderboards } = startLarge();

  const awaited = leaderboards.complete(query('subdomain'));
  await leaderboards.get({ ...query('field'), models: ['Model 1'] });

  expect((await awaited).isComplete).toBe(true);
});

test('a project that is closed answers those who still wait', async () => {
  const { leaderboards, threads } = startLarge();
  const asked = leaderboards.complete(query('subdomain'));
  const ended = expect(asked).rejects.toMatchObject({ code: 'no-project' });

  await threads.close();

  await ended;
});

test('figures that change are asked for anew', async () => {
  const { engine } = await startMixed();
  const read = async () => (await engine.api.call('report.rows', { metrics: ['SQCS'] })).rows;
  const before = await read();
  expect(await read()).toEqual(before);

  await engine.api.call('settings.save', { settings: { scoring: { sqcsEta: 0 } } });

  expect((await read()).map(({ mean }) => mean)).not.toEqual(before.map(({ mean }) => mean));
});

test('a filter on what people said follows what they say', async () => {
  const { engine } = await startMixed();
  const { rows } = await engine.api.call('instances.page', {
    filter: {},
    sort: { by: 'key', descending: false },
    models: [],
    offset: 0,
    limit: 1,
  });
  const flagged = async () => {
    const filter = { facets: { flagged: ['yes'] } };
    const { leaderboard } = await engine.api.call('analysis.leaderboard', { filter });
    return leaderboard.instances;
  };
  expect(await flagged()).toBe(0);

  await engine.api.call('annotations.save', {
    key: rows[0]?.key ?? '',
    side: 'instance',
    kind: 'flag',
    mark: { kind: 'whole' },
  });

  expect(await flagged()).toBe(1);
});

const query = (groupBy: LeaderboardQuery['groupBy']): LeaderboardQuery => ({
  ...{ filter: {}, models: [], metrics: [] },
  groupBy,
});

/** 40 subdomains of 100 instances, six models, six metrics. */
function startLarge() {
  const random = createRandom(4);
  const instances = Array.from({ length: 4_000 }, (_, at) => ({ subdomain: `s${at % 40}` }));
  const metrics = ['StS', 'LeS', 'SC', 'GQ', 'HC', 'SH'];
  const data = analysisData(
    instances,
    Object.fromEntries(
      Array.from({ length: 6 }, (_, model) => [
        `Model ${model + 1}`,
        Object.fromEntries(metrics.map((metric) => [metric, instances.map(random)])),
      ]),
    ),
  );
  const threads = createAnalysisThreads(createLog('silent'));
  threads.load(data);
  const complete = Promise.withResolvers<undefined>();
  const leaderboards = createLeaderboards(
    threads,
    ({ models, metrics: wanted, groupBy }) => ({
      ...{ indexes: everyIndex(data), models, metrics: wanted },
      groupBy,
    }),
    { onComplete: () => complete.resolve(undefined), onFailed: complete.reject },
  );
  onTestFinished(() => threads.close());
  return { leaderboards, threads, completed: complete.promise };
}
