import { expect, test } from 'vitest';
import { startFigured } from '../../../tests/builders/figured.ts';
import { judge, startJudged } from '../../../tests/builders/judging.ts';
import { answerAsModel } from '../../../tests/builders/model-server/model-answers.ts';
import { writeResults } from '../../../tests/builders/results.ts';
import type { Api } from '../../../shared/api/client.ts';
import type { InstanceFilter, InstanceMode } from '../../../shared/model/filter.ts';

const LIMIT_MS = 60_000;

async function countOf(
  { api }: { readonly api: Api },
  filter: InstanceFilter = {},
  models: string[] = [],
): Promise<Partial<Record<InstanceMode, number>>> {
  const { modes } = await api.call('instances.modes', { filter, models });
  return Object.fromEntries(modes.map(({ mode, count }) => [mode, count]));
}

test(
  'two models: who is worse, who differs, and where judge and quality disagree',
  async () => {
    const project = await startFigured(['1', '2', '3', '4', '5'], {
      Alpha: [
        { id: '1', sc: 5, gq: { image2: 20 } }, // judged good, quality lowest
        { id: '2', sc: 2, gq: { image2: 80 } }, // flip: the judge says Beta, quality says Alpha
        { id: '3', sc: 3, gq: { image2: 50 } },
        { id: '4' }, // no figure
      ],
      Beta: [
        { id: '1', sc: 2, gq: { image2: 10 } }, // quality as low, but judged bad
        { id: '2', sc: 4, gq: { image2: 60 } },
        { id: '3', sc: 3, gq: { image2: 50 } }, // a tie
        { id: '4', sc: 3, gq: { image2: 90 } },
      ],
    });
    const { api, ids } = project;

    // SQCS = SC · (0.7 + 0.3 · GQ): Alpha is worse in 2, Beta in 1; 4 has one figure, 5 none
    const { modes, ...compared } = await api.call('instances.modes', { filter: {}, models: [] });
    expect(compared).toEqual({ metric: 'SQCS', a: 'Alpha', b: 'Beta' });
    expect(modes.filter(({ unavailable }) => unavailable !== undefined)).toEqual([]);
    expect(await ids({ mode: 'aWorse' })).toEqual(['2']);
    expect(await ids({ mode: 'bWorse' })).toEqual(['1']);
    expect(await ids({ mode: 'different' })).toEqual(['1', '2', '4']);
    expect(await ids({ mode: 'aWorse' }, ['Beta', 'Alpha'])).toEqual(['1']);
    expect(await ids({ mode: 'aWorse', modeMetric: 'GQ' })).toEqual([]);
    expect(await ids({ mode: 'bWorse', modeMetric: 'GQ' })).toEqual(['1', '2']);
    expect(await ids({ mode: 'judgeQualityFlip' })).toEqual(['2']);
    // GQ: 10, 20, 50, 50, 60, 80, 90, of which 20 is the greatest of the lowest quarter; SC 5 of 5
    expect(await ids({ mode: 'judgeHighQualityLow' })).toEqual(['1']);
    const high = modes.find(({ mode }) => mode === 'judgeHighQualityLow');
    expect(high?.means).toContain('(0.2 or less)');
    expect(await ids({ mode: 'failed' })).toEqual(['5']);
    expect(await ids({ mode: 'unscored' })).toEqual(['4']);
    expect(await ids({ mode: 'flagged' })).toEqual([]);
    for (const { mode, count } of modes) expect(await ids({ mode }), mode).toHaveLength(count);
  },
  LIMIT_MS,
);

test(
  'a mode is counted under all other filters, and not under the mode',
  async () => {
    const project = await startFigured(
      ['1', '2', '3'],
      {
        Alpha: [
          { id: '1', sc: 1 },
          { id: '2', sc: 1 },
          { id: '3', sc: 5 },
        ],
        Beta: [
          { id: '1', sc: 3 },
          { id: '2', sc: 3 },
          { id: '3', sc: 3 },
        ],
      },
      (id) => ({ difficulty_level: Number(id) }),
    );

    const facets = { difficulty: ['2', '3'] };
    const all = await countOf(project, { facets });
    expect(all).toMatchObject({ aWorse: 1, bWorse: 1, different: 2 });
    expect(await countOf(project, { facets, mode: 'aWorse' })).toEqual(all);
    expect(await project.ids({ facets, mode: 'aWorse' })).toEqual(['2']);
  },
  LIMIT_MS,
);

test(
  'what cannot be told says why, and asking for it anyway is refused with the same words',
  async () => {
    const { api, ids } = await startFigured(['1'], { Alpha: [{ id: '1', sc: 4 }] });
    const whyOf = async (mode: InstanceMode) => {
      const { modes } = await api.call('instances.modes', { filter: {}, models: [] });
      return modes.find((each) => each.mode === mode)?.unavailable;
    };

    const alone = 'it compares two models, and only "Alpha" is chosen. Choose a second one.';
    expect(await whyOf('aWorse')).toBe(alone);
    expect(await whyOf('judgeQualityFlip')).toBe(alone);
    expect(await whyOf('judgeHighQualityLow')).toContain('no model chosen has figures of both');
    await expect(ids({ mode: 'aWorse' })).rejects.toMatchObject({
      code: 'bad-query',
      message: `Cannot show the set "aWorse": ${alone}`,
    });
  },
  LIMIT_MS,
);

test(
  'failures are nulls of official files, missing media those that are not there',
  async () => {
    const { ids } = await startFigured(['1', '2', '3'], {
      Alpha: [
        { id: '1', sc: null, hc: 4, sh: 4 }, // its media are missing, and it was judged
        { id: '2', content: 'Only words.', sc: 3, hc: 3, sh: 3 },
        { id: '3', content: 'Only words.', sc: 3, hc: 4 }, // SH is null
      ],
    });

    expect(await ids({ mode: 'failed' })).toEqual(['1', '3']);
    expect(await ids({ expression: 'failure = imported-null' })).toEqual(['1', '3']);
    expect(await ids({ facets: { scoreState: ['failed'] } })).toEqual(['1', '3']);
    expect(await ids({ facets: { scoreState: ['complete'] } })).toEqual(['2']);
    expect(await ids({ mode: 'missingMediaJudged' })).toEqual(['1']);
  },
  LIMIT_MS,
);

test(
  'repeats that disagree, imported against own, and what judges said is found',
  async () => {
    const project = await startJudged([{ model: 'Alpha', ids: ['1', '2'] }], {
      script(request) {
        if (request.formName !== 'unim_sc') return answerAsModel(request);
        const wavers = JSON.stringify(request.body).includes('draws 1');
        const score = wavers ? 2 + (request.body.seed ?? 0) : 3;
        const reason = wavers ? 'The zeppelin is upside down.' : 'Fine.';
        return { kind: 'reply', content: JSON.stringify({ score, reason }) };
      },
    });
    await project.set({ scoring: { repeats: 2 } });
    const indexed = project.waitFor('search.progress', ({ pending }) => pending === 0);

    await judge(project, { metrics: ['SC'] });
    await indexed;

    const page = async (filter: InstanceFilter) =>
      await project.api.call('instances.page', {
        filter,
        sort: { by: 'key', descending: false },
        models: [],
        offset: 0,
        limit: 9,
      });
    const idsOf = async (filter: InstanceFilter) => (await page(filter)).rows.map(({ id }) => id);
    // 2 and 3 of 5 are one level, a quarter of the scale, apart
    expect(await idsOf({ mode: 'repeatsDisagree' })).toEqual(['1']);
    const { rows } = await page({ search: 'reasons:zeppelin' });
    expect(rows.map(({ id, hits }) => [id, hits])).toEqual([
      [
        '1',
        [
          {
            where: 'reason',
            model: 'Alpha',
            text: 'The zeppelin is upside down.',
            marks: [[4, 12]],
          },
        ],
      ],
    ]);
    // own: 2.5 of 5 and 3 of 5; imported beside it: 1 of 5 and 3 of 5
    expect(await idsOf({ mode: 'importedAgainstOwn' })).toEqual([]);
    await importSc(project, [
      ['1', 1],
      ['2', 3],
    ]);
    expect(await idsOf({ mode: 'importedAgainstOwn' })).toEqual(['1']);
  },
  LIMIT_MS,
);

async function importSc(
  project: Awaited<ReturnType<typeof startJudged>>,
  scores: readonly (readonly [string, number])[],
): Promise<void> {
  const path = writeResults(
    project.dir,
    'Alpha',
    scores.map(([id, sc]) => ({ id, sc })),
  );
  await project.importAll({ predictions: [{ model: 'Alpha', path }] });
}
