import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  judge,
  judgementOf,
  listCalls,
  runStopped,
  startJudged,
} from '../../../../tests/builders/judging.ts';
import { answerAsModel } from '../../../../tests/builders/model-server/model-answers.ts';

const LIMIT_MS = 120_000;
const ids = (count: number) => Array.from({ length: count }, (_, at) => String(at + 1));

test(
  'a plan says what would be asked and what it would cost, and knows better afterwards',
  async () => {
    const project = await startJudged([
      { model: 'Alpha', ids: ids(3) },
      { model: 'Beta', ids: ids(1) },
    ]);
    const request = { metrics: ['SC' as const, 'coherence' as const] };
    const plan = async () => (await project.api.call('runs.plan', request)).plan;

    const before = await plan();
    await judge(project, { metrics: ['SC'], models: ['Alpha'] });
    const between = await plan();
    await judge(project, request);
    const after = await plan();

    // pictures: three of tasks, three of references, four of answers; four answers are judged twice
    expect(before).toMatchObject({ items: 8, toScore: 8, cached: 0 });
    expect(before.estimates).toMatchObject([
      { role: 'judge', model: 'model', calls: 8, fromCache: 0, basis: 'assumed' },
      { role: 'captioner.image', calls: 10, fromCache: 0, basis: 'assumed' },
    ]);
    expect(
      before.parts.map(({ metric, modality, toScore }) => [metric, modality, toScore]),
    ).toEqual([
      ['SC', undefined, 4],
      ['coherence', undefined, 4],
    ]);
    expect(before.examples[0]).toMatchObject({ metric: 'SC' });
    expect(before.examples[0]?.tag).toBeUndefined();
    // left: SC of Beta and four times coherence; their pictures: three of tasks, one of a reference, four
    expect(between.estimates).toMatchObject([
      { role: 'judge', calls: 5, fromCache: 0, basis: 'measured' },
      { role: 'captioner.image', calls: 1, fromCache: 7, basis: 'measured' },
    ]);
    const judgeEstimate = between.estimates[0];
    // a thousand tokens cost a dollar
    const tokens = (judgeEstimate?.tokensIn ?? 0) + (judgeEstimate?.tokensOut ?? 0);
    expect(judgeEstimate?.costUsd).toBeCloseTo(tokens / 1000, 6);
    expect(after).toMatchObject({ toScore: 0, cached: 8, estimates: [] });
    expect(project.server.counts().paid).toBe(18);
  },
  LIMIT_MS,
);

test(
  'a plan asks nobody and writes nothing',
  async () => {
    const project = await startJudged([{ model: 'Alpha', ids: ids(2) }]);

    await project.api.call('runs.plan', { metrics: ['SC'] });

    expect(project.server.counts().requests).toBe(0);
    expect(listCalls(project.projectDir)).toEqual([]);
    expect((await project.api.call('runs.list', {})).runs).toEqual([]);
  },
  LIMIT_MS,
);

test(
  'a run says what it spent, role by role',
  async () => {
    const project = await startJudged([{ model: 'Alpha', ids: ids(2) }], {
      script: (request) => {
        const reaction = answerAsModel(request);
        return reaction.kind === 'reply' ? { ...reaction, tokensIn: 300, tokensOut: 20 } : reaction;
      },
    });

    const { id: runId, spending: all } = await judge(project);
    const { spending } = await project.api.call('runs.get', { runId });

    // 320 tokens a call at a dollar for a thousand
    expect(spending).toMatchObject([
      { role: 'judge', model: 'model', calls: 4, failed: 0, tokensIn: 1200, tokensOut: 80 },
      { role: 'captioner.image', calls: 6, tokensIn: 1800, tokensOut: 120 },
    ]);
    expect(spending[0]?.costUsd).toBeCloseTo(1.28, 9);
    expect(all.costUsd).toBeCloseTo(3.2, 9);
    expect(all).toMatchObject({ calls: 10, tokensIn: 3000, tokensOut: 200 });
    expect(spending[0]?.latencyMsMedian).toBeGreaterThan(0);
    expect(spending[0]?.latencyMsP95).toBeGreaterThanOrEqual(spending[0]?.latencyMsMedian ?? 0);
  },
  LIMIT_MS,
);

test(
  'a budget pauses the run before it is exceeded; with a higher one it goes on, and nothing is paid twice',
  async () => {
    const project = await startJudged([{ model: 'Alpha', ids: ids(10) }], {
      latencyMs: 5,
      script: (request) => {
        const reaction = answerAsModel(request);
        return reaction.kind === 'reply' ? { ...reaction, tokensIn: 90, tokensOut: 10 } : reaction;
      },
    });

    // ten cents a call; 30 captions and 10 judgements would cost four dollars
    const paused = await judge(project, { metrics: ['SC'], budgetUsd: 1.05 });
    const { paid } = project.server.counts();
    await project.api.call('runs.resume', { runId: paused.id });
    const again = await runStopped(project, paused.id);
    await project.api.call('runs.resume', { runId: paused.id, budgetUsd: 5 });
    const done = await runStopped(project, paused.id);

    expect(paused).toMatchObject({ state: 'paused', error: { code: 'budget-reached' } });
    expect(paused.error?.message).toContain('$1.00');
    expect(paid).toBe(10);
    expect(again).toMatchObject({ state: 'paused', spending: { calls: 10 } });
    expect(done).toMatchObject({ state: 'done', budgetUsd: 5, totals: { scored: 10 } });
    expect(done.spending.costUsd).toBeCloseTo(4, 9);
    expect(project.server.counts().paid).toBe(40);
  },
  LIMIT_MS,
);

test(
  'a budget is refused where nobody knows what a call costs',
  async () => {
    const project = await startJudged([{ model: 'Alpha', ids: ids(1) }]);
    await project.set({ endpoint: { usdPerMTokOut: undefined } });

    const started = project.api.call('runs.start', { metrics: ['SC'], budgetUsd: 1 });

    await expect(started).rejects.toMatchObject({ code: 'bad-input' });
    const run = await judge(project, { metrics: ['SC'] });
    expect(run.spending.costUsd).toBeUndefined();
  },
  LIMIT_MS,
);

test(
  'text, code and documents are rated by the judge where there is one, media by workers beside it',
  async () => {
    const project = await startJudged([{ model: 'Alpha', ids: ids(1) }]);
    const output = {
      content: 'Read <document2>, run <code3>, look at <image2>.',
      modal: { document2: 'doc.md', code3: 'print("hello")\n', image2: 'none.png' },
    };
    const head = { domain: 'natural_science', subdomain: 'chemistry', id: '1' };
    const path = join(project.dir, 'mixed.jsonl');
    writeFileSync(path, JSON.stringify({ ...head, output }));
    writeFileSync(join(project.dir, 'doc.md'), '# A title\n\nAnd a paragraph of its own.\n');
    await project.importAll({ predictions: [{ model: 'Mixed', path }] });

    const run = await judge(project, { metrics: ['GQ'], models: ['Mixed'] });

    expect(run.totals).toMatchObject({ planned: 4, scored: 3, unscored: { 'media-missing': 1 } });
    const gq = await judgementOf(project, '1', 'GQ', 'Mixed');
    expect(gq.tag).toBe('code3');
    expect(project.server.requests.map(({ formName }) => formName).sort()).toEqual([
      'unim_code_quality',
      'unim_document_quality',
      'unim_text_quality',
    ]);
    const sent = (name: string) =>
      project.server.requests.find(({ formName }) => formName === name)?.text ?? '';
    expect(sent('unim_document_quality')).toContain('And a paragraph of its own.');
    expect(sent('unim_code_quality')).toContain('print("hello")');
    expect(sent('unim_text_quality')).toContain('Read , run , look at .');
  },
  LIMIT_MS,
);

test(
  'the lexical baseline asks nobody, is only computed by name, and uses the captions that are there',
  async () => {
    const project = await startJudged([{ model: 'Alpha', ids: ids(1) }], {
      script: (request) =>
        request.formName === undefined
          ? { kind: 'reply', content: 'a red kite' }
          : answerAsModel(request),
    });
    const baseline = { metrics: ['SC-lexical' as const] };

    const all = await project.api.call('runs.plan', {});
    const before = await judge(project, baseline);
    const { requests } = project.server.counts();
    await judge(project, { metrics: ['SC'] });
    const after = await judge(project, baseline);

    expect(all.plan.parts.map(({ metric }) => metric)).not.toContain('SC-lexical');
    expect(before.totals).toMatchObject({ planned: 1, scored: 1 });
    expect(requests).toBe(0);
    // the captions are words of both now
    expect(after.totals).toMatchObject({ planned: 1, scored: 1 });
    const { instance } = await project.api.call('instances.get', {
      key: 'natural_science/chemistry/1',
      models: ['Alpha'],
    });
    const score = instance.responses[0]?.scores.find(({ metric }) => metric === 'SC-lexical');
    expect(score?.value).toBeGreaterThan(0.3);
  },
  LIMIT_MS,
);

test(
  'a plan that nobody waits for any more is given up',
  async () => {
    const project = await startJudged([{ model: 'Alpha', ids: ids(30) }]);
    const asked = new AbortController();

    const planned = project.api.call('runs.plan', { metrics: ['SC'] }, asked.signal);
    asked.abort();

    await expect(planned).rejects.toMatchObject({ code: 'busy' });
  },
  LIMIT_MS,
);
