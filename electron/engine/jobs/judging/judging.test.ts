import { describe, expect, test } from 'vitest';
import {
  computedScores,
  judge,
  judgementOf,
  keyOf,
  listCalls,
  startJudged,
} from '../../../../tests/builders/judging.ts';

const LIMIT_MS = 120_000;

describe('a judging run', () => {
  test(
    'puts items into words, judges, and keeps all that was asked',
    async () => {
      const project = await startJudged([
        { model: 'Alpha', ids: ['1', '2'] },
        { model: 'Beta', ids: ['1'] },
      ]);

      const run = await judge(project);

      // pictures: two of the task, two of the reference, three of the answers; three answers are asked
      // about twice
      expect(run).toMatchObject({
        state: 'done',
        totals: { planned: 6, done: 6, scored: 6, cached: 0, unscored: {} },
        spending: { calls: 7 + 6, failed: 0 },
      });
      expect(project.server.counts()).toMatchObject({ requests: 13, paid: 13 });
      expect(listCalls(project.projectDir)).toHaveLength(13);
      const scores = await computedScores(project, '1');
      expect(scores.map(({ metric }) => metric)).toEqual(
        expect.arrayContaining(['SC', 'HC', 'SH', 'ICS']),
      );
      const sc = scores.find(({ metric }) => metric === 'SC');
      expect(sc?.value).toBe((sc?.raw ?? 0) / 5);
      expect(sc?.source).toMatchObject({ kind: 'computed', origin: 'model', scale: 's/5' });
    },
    LIMIT_MS,
  );

  test(
    'asks nothing that was answered before',
    async () => {
      const project = await startJudged([{ model: 'Alpha', ids: ['1', '2'] }]);
      await judge(project);
      const { requests } = project.server.counts();

      const second = await judge(project);

      expect(project.server.counts().requests).toBe(requests);
      expect(second.totals).toMatchObject({ scored: 0, cached: 4 });
      expect(second.spending).toMatchObject({ calls: 0, costUsd: 0 });
    },
    LIMIT_MS,
  );

  test(
    'shows and finds the captions that it asked for',
    async () => {
      const project = await startJudged([{ model: 'Alpha', ids: ['1'] }], {
        script: ({ formName, index }) => ({
          kind: 'reply',
          content:
            formName === undefined
              ? `Caption: a xylophone, number ${index}`
              : '{"score": 4, "reason": "close"}',
        }),
      });
      const indexed = project.waitFor('search.progress', ({ pending }) => pending === 0);

      await judge(project, { metrics: ['SC'] });
      await indexed;

      const { instance } = await project.api.call('instances.get', { key: keyOf('1'), models: [] });
      expect(instance.responses[0]?.sequence.items[0]?.caption).toMatch(/^a xylophone, number \d$/);
      expect(instance.reference.items[0]?.caption).toMatch(/^a xylophone/);
      const found = await project.api.call('instances.page', {
        filter: { search: 'xylophone' },
        models: [],
        sort: { by: 'key', descending: false },
        offset: 0,
        limit: 9,
      });
      expect(found.total).toBe(1);
    },
    LIMIT_MS,
  );

  test(
    'can be looked at down to each reply',
    async () => {
      const project = await startJudged([{ model: 'Alpha', ids: ['1'] }]);
      await judge(project);

      const sc = await judgementOf(project, '1');

      const own = sc.captions.find(({ side }) => side === 'response');
      expect(own).toMatchObject({ tag: 'image2', source: 'captioner', media: { kind: 'file' } });
      expect(own?.call?.rawReply).toBe(own?.caption);
      expect(sc.captions.map(({ side }) => side)).toEqual(['task', 'reference', 'response']);
      const [call] = sc.calls;
      expect(call?.messages.map(({ role }) => role)).toEqual(['system', 'user']);
      expect(call?.messages[1]?.text).toContain(`<image2: ${own?.caption ?? ''}>`);
      expect(call?.value).toMatchObject({ numbers: { score: sc.raws['score']?.[0] } });
      expect(JSON.parse(call?.rawReply ?? '')).toHaveProperty('score');
      expect(sc).toMatchObject({ isStale: false, isOfficialCompatible: false, labels: [] });
      const coherence = await judgementOf(project, '1', 'coherence');
      expect(Object.keys(coherence.values)).toEqual(['HC', 'SH']);
      expect(coherence.captions.map(({ side }) => side)).toEqual(['task', 'response']);
    },
    LIMIT_MS,
  );
});
