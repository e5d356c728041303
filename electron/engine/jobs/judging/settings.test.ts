import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  computedScores,
  judge,
  judgementOf,
  keyOf,
  runStopped,
  startJudged,
} from '../../../../tests/builders/judging.ts';
import { answerAsModel } from '../../../../tests/builders/model-server/model-answers.ts';
import { answerRecord, writeRecords } from '../../../../tests/builders/records.ts';
import { pictureOf } from '../../../../tests/builders/scoring.ts';

const LIMIT_MS = 120_000;

describe('captions', () => {
  test(
    'of imported files spare the captioner, unless that is set otherwise',
    async () => {
      const project = await startJudged([{ model: 'Alpha', ids: ['1'] }]);
      const output = {
        content: 'Alpha draws 1: <image2>',
        modal: { image2: 'image/1.png' },
        captioned_response: 'Alpha draws 1: <image2: an imported cat>',
        score: 3,
      };
      writeRecords(join(project.dir, 'sc', 'sc.jsonl'), [
        { ...(answerRecord('1') as object), output },
      ]);
      await project.importAll({
        predictions: [{ model: 'Alpha', path: join(project.dir, 'sc', 'sc.jsonl') }],
      });

      await judge(project, { metrics: ['SC'] });
      const used = (await judgementOf(project, '1')).captions.at(-1);
      const asked = project.server.requests.filter(({ mediaTypes }) => mediaTypes.length > 0);
      await project.set({ scoring: { useImportedCaptions: false } });
      const stale = await judgementOf(project, '1');
      await judge(project, { metrics: ['SC'] });

      expect(used).toMatchObject({ source: 'imported', caption: 'an imported cat' });
      expect(asked).toHaveLength(2); // task and reference
      expect(stale.isStale).toBe(true);
      expect(
        project.server.requests.filter(({ mediaTypes }) => mediaTypes.length > 0),
      ).toHaveLength(3);
      expect(await judgementOf(project, '1')).toMatchObject({ isStale: false });
    },
    LIMIT_MS,
  );

  test(
    'of equal files are asked for once, however many items have them at the same time',
    async () => {
      const ids = Array.from({ length: 12 }, (_, at) => String(at + 1));
      const project = await startJudged([{ model: 'Alpha', ids }], { latencyMs: 30 });
      for (const id of ids.slice(1)) {
        copyFileSync(pictureOf(project.dir, 'Alpha', '1'), pictureOf(project.dir, 'Alpha', id));
      }

      const run = await judge(project, { metrics: ['coherence'] });

      // 12 pictures of tasks, one of answers; 12 judgements
      expect(run.totals.scored).toBe(12);
      expect(project.server.counts()).toMatchObject({ requests: 25, paid: 25 });
    },
    LIMIT_MS,
  );
});

test(
  'of several judgements the mean counts, and the spread is shown',
  async () => {
    const project = await startJudged([{ model: 'Alpha', ids: ['1'] }], {
      script: (request) =>
        request.formName === 'unim_sc'
          ? { kind: 'reply', content: `{"score": ${2 + (request.body.seed ?? 0)}, "reason": "r"}` }
          : answerAsModel(request),
    });
    await project.set({ scoring: { repeats: 3 } });

    await judge(project, { metrics: ['SC'] });

    const sc = await judgementOf(project, '1');
    // 2, 3 and 4: mean 3, sample standard deviation 1
    expect(sc).toMatchObject({ raws: { score: [2, 3, 4] }, spread: { score: 1 } });
    expect(sc.values['SC']).toBeCloseTo(3 / 5, 12);
    expect(sc.reasons['reason']).toBe('1. r\n2. r\n3. r');
    expect(sc.calls.map(({ repeat }) => repeat)).toEqual([0, 1, 2]);
  },
  LIMIT_MS,
);

test(
  'another scale turns what was judged, without asking and without making it stale',
  async () => {
    const project = await startJudged([{ model: 'Alpha', ids: ['1'] }], {
      script: (request) =>
        request.formName === 'unim_sc'
          ? { kind: 'reply', content: '{"score": 4, "reason": "r"}' }
          : answerAsModel(request),
    });
    await judge(project, { metrics: ['SC'] });
    await project.set({ scoring: { scale: 'linear' } });
    const scOf = async () =>
      (await computedScores(project, '1')).find(({ metric }) => metric === 'SC');
    for (;;) {
      const changed = project.waitFor('data.changed', () => true);
      if ((await scOf())?.value === 0.75) break;
      await changed;
    }
    const { requests } = project.server.counts();

    const run = await judge(project, { metrics: ['SC'] });

    expect(run.totals).toMatchObject({ cached: 1 });
    expect(project.server.counts().requests).toBe(requests);
    expect(await scOf()).toMatchObject({ raw: 4, value: 0.75, source: { scale: '(s − 1)/4' } });
    expect((await judgementOf(project, '1')).isStale).toBe(false);
  },
  LIMIT_MS,
);

describe('what was judged', () => {
  test(
    'is stale when response, file, prompt or judge changed',
    async () => {
      const project = await startJudged([{ model: 'Alpha', ids: ['1'] }]);
      await judge(project, { metrics: ['SC'] });
      const isStale = async () => (await judgementOf(project, '1')).isStale;
      expect(await isStale()).toBe(false);

      await project.set({ endpoint: { model: 'another' } });
      expect(await isStale()).toBe(true);
      await project.set({ endpoint: { model: 'model' } });
      expect(await isStale()).toBe(false);
      const { prompts } = await project.api.call('prompts.list', {});
      const text = `${prompts.find(({ id }) => id === 'judge-sc')?.text ?? ''}\nBe strict.`;
      await project.api.call('prompts.save', { id: 'judge-sc', text });
      expect(await isStale()).toBe(true);
      await project.api.call('prompts.save', { id: 'judge-sc' });
      expect(await isStale()).toBe(false);
      copyFileSync(
        join(project.dir, 'dataset/natural_science/chemistry/image/in-1.png'),
        pictureOf(project.dir, 'Alpha', '1'),
      );
      expect(await isStale()).toBe(true);
    },
    LIMIT_MS,
  );

  test(
    'can be judged again: one response, its judgements or its captions, too',
    async () => {
      const project = await startJudged([{ model: 'Alpha', ids: ['1', '2'] }]);
      await judge(project, { metrics: ['SC'] });
      const asked = () => project.server.counts().paid;
      const before = asked();
      const one = { metrics: ['SC' as const], keys: [keyOf('1')] };
      const { plan } = await project.api.call('runs.plan', { ...one, again: 'judgements' });

      const judged = await judge(project, { ...one, again: 'judgements' });
      const afterJudging = asked();
      const captioned = await judge(project, { ...one, again: 'captions' });
      const afterCaptions = asked();
      const all = await judge(project, { metrics: ['SC'] });

      expect(plan).toMatchObject({ items: 1, toScore: 1, cached: 0 });
      expect(plan.estimates.map(({ role, calls }) => [role, calls])).toEqual([
        ['judge', 1],
        ['captioner.image', 0],
      ]);
      expect(judged.totals).toMatchObject({ planned: 1, scored: 1 });
      expect(afterJudging).toBe(before + 1);
      expect(captioned.totals).toMatchObject({ planned: 1, scored: 1 });
      expect(afterCaptions).toBe(afterJudging + 2);
      expect(all.totals).toMatchObject({ scored: 0, cached: 2 });
      expect(asked()).toBe(afterCaptions);
      expect((await judgementOf(project, '1')).isStale).toBe(false);
    },
    LIMIT_MS,
  );

  test(
    'of others is stale when a caption that they share is asked for anew',
    async () => {
      const project = await startJudged([
        { model: 'Alpha', ids: ['1'] },
        { model: 'Beta', ids: ['1'] },
      ]);
      copyFileSync(pictureOf(project.dir, 'Alpha', '1'), pictureOf(project.dir, 'Beta', '1'));
      await judge(project, { metrics: ['SC'] });
      const before = await judgementOf(project, '1', 'SC', 'Beta');

      await judge(project, { metrics: ['SC'], models: ['Alpha'], again: 'captions' });

      const after = await judgementOf(project, '1', 'SC', 'Beta');
      expect(before.isStale).toBe(false);
      expect(after.isStale).toBe(true);
      // what it rests on can still be looked at
      expect(after.captions).toEqual(before.captions);
      expect(after.calls).toEqual(before.calls);
    },
    LIMIT_MS,
  );

  test(
    'can be labelled by a person, newest first, and the label taken back',
    async () => {
      const project = await startJudged([{ model: 'Alpha', ids: ['1'] }]);
      await judge(project, { metrics: ['SC'] });
      const { id } = await judgementOf(project, '1');
      const told = project.waitFor('judgements.changed', ({ key }) => key === keyOf('1'));

      await project.api.call('judgements.label', { id, verdict: 'caption-wrong', note: 'a dog' });
      const { labels } = await project.api.call('judgements.label', {
        id,
        verdict: 'verdict-wrong',
      });

      await told;
      expect(labels).toMatchObject([
        { verdict: 'verdict-wrong', note: '' },
        { verdict: 'caption-wrong', note: 'a dog' },
      ]);
      expect((await judgementOf(project, '1')).labels).toEqual(labels);
      await project.api.call('judgements.label', { id });
      expect((await judgementOf(project, '1')).labels).toEqual([]);
      const other = JSON.stringify(['SC', '', 'Nobody', keyOf('1')]);
      await expect(
        project.api.call('judgements.label', { id: other, verdict: 'agree' }),
      ).rejects.toMatchObject({ code: 'not-found' });
      await expect(
        project.api.call('judgements.label', { id: 'what', verdict: 'agree' }),
      ).rejects.toMatchObject({ code: 'bad-input' });
    },
    LIMIT_MS,
  );
});

test(
  'a run that was paused by the user asks nothing until it is resumed',
  async () => {
    const ids = Array.from({ length: 20 }, (_, at) => String(at + 1));
    const project = await startJudged([{ model: 'Alpha', ids }], { latencyMs: 20 });
    await project.set({ endpoint: { concurrency: 2 } });
    const begun = project.waitFor('run.progress', ({ spending }) => spending.calls > 2);
    const { runId } = await project.api.call('runs.start', { metrics: ['SC'] });
    await begun;

    await project.api.call('runs.pause', { runId });
    const idle = async () => {
      while (project.server.counts().inFlight > 0) await new Promise((next) => setImmediate(next));
      return project.server.counts().requests;
    };
    const atPause = await idle();
    await project.api.call('runs.plan', { metrics: ['SC'] }); // takes a while
    expect(await idle()).toBe(atPause);
    await project.api.call('runs.resume', { runId });
    const run = await runStopped(project, runId);

    expect(run.totals).toMatchObject({ done: 20, scored: 20 });
    expect(project.server.counts()).toMatchObject({ requests: 80, paid: 80 });
  },
  LIMIT_MS,
);
