import { rmSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Script } from '../../../../tests/builders/model-server/define.ts';
import { answerAsModel } from '../../../../tests/builders/model-server/model-answers.ts';
import {
  computedScores,
  judge,
  judgementOf,
  keyOf,
  listCalls,
  runStopped,
  startJudged,
} from '../../../../tests/builders/judging.ts';
import { pictureOf } from '../../../../tests/builders/scoring.ts';

const LIMIT_MS = 120_000;

/** Nonsense to one form, twice because of the repair turn; sense to the others. */
const nonsenseTo =
  (formName: string | undefined): Script =>
  (request) =>
    request.formName === formName
      ? { kind: 'reply', content: formName === undefined ? '' : 'I would say four.' }
      : answerAsModel(request);

test(
  'a judge that answers nonsense gives no figure; the reply is kept and not asked for again',
  async () => {
    const project = await startJudged([{ model: 'Alpha', ids: ['1'] }], {
      script: nonsenseTo('unim_sc'),
    });

    const run = await judge(project);
    const { requests } = project.server.counts();
    const second = await judge(project);

    expect(run.totals).toMatchObject({ scored: 1, unscored: { 'judge-failed': 1 } });
    expect(run.spending.failed).toBe(1);
    expect(second.totals).toMatchObject({ cached: 1, unscored: { 'judge-failed': 1 } });
    expect(project.server.counts().requests).toBe(requests);
    const sc = (await computedScores(project, '1')).find(({ metric }) => metric === 'SC');
    expect(sc?.value).toBeUndefined();
    expect(sc?.unscored?.code).toBe('judge-failed');
    const judgement = await judgementOf(project, '1');
    expect(judgement.values).toEqual({});
    expect(judgement.calls).toMatchObject([
      { rawReply: 'I would say four.', isRepaired: true, failure: { code: 'bad-reply' } },
    ]);
    expect(judgement.captions).toHaveLength(3);
  },
  LIMIT_MS,
);

test(
  'trying again asks the failed question anew, and only that',
  async () => {
    const project = await startJudged([{ model: 'Alpha', ids: ['1'] }], {
      script: nonsenseTo('unim_sc'),
    });
    const { id: runId } = await judge(project);
    const before = project.server.counts().requests;
    project.server.setScript(undefined);

    const { retried } = await project.api.call('runs.retry', { runId, code: 'judge-failed' });
    const run = await runStopped(project, runId);

    expect(retried).toBe(1);
    expect(run.totals).toMatchObject({ done: 2, scored: 2, unscored: {} });
    expect(project.server.counts().requests).toBe(before + 1);
    // another key: a vendor that keeps replies would give the nonsense again
    const [first, again] = project.server.requests
      .filter(({ formName, repeat }) => formName === 'unim_sc' && repeat === 0)
      .map(({ idempotencyKey }) => idempotencyKey)
      .filter((key) => key?.endsWith('-repair') === false);
    expect(again).toBe(`${first ?? ''}-1`);
    expect(listCalls(project.projectDir).filter(({ failure }) => failure !== null)).toHaveLength(1);
  },
  LIMIT_MS,
);

test(
  'a captioner that says nothing leaves nothing to be judged, and is asked once for both metrics',
  async () => {
    const project = await startJudged([{ model: 'Alpha', ids: ['1'] }], {
      script: (request) =>
        request.mediaTypes.length > 0 ? { kind: 'reply', content: '' } : answerAsModel(request),
    });

    const { id: runId, totals } = await judge(project);
    const { failures } = await project.api.call('runs.get', { runId });

    expect(totals.unscored).toEqual({ 'caption-failed': 2 });
    expect(failures[0]).toMatchObject({ code: 'caption-failed', canRetry: true });
    expect(failures[0]?.example.tag).toBeUndefined();
    expect(listCalls(project.projectDir).map(({ role, failure }) => [role, failure])).toEqual(
      Array.from({ length: 3 }, () => ['captioner.image', 'empty']),
    );
    expect((await judgementOf(project, '1')).captions).toMatchObject([
      { caption: '', call: { failure: { code: 'empty' } } },
      { caption: '', call: { failure: { code: 'empty' } } },
      { caption: '', call: { failure: { code: 'empty' } } },
    ]);

    project.server.setScript(undefined);
    await project.api.call('runs.retry', { runId });
    const again = await runStopped(project, runId);

    expect(again.totals).toMatchObject({ scored: 2, unscored: {} });
  },
  LIMIT_MS,
);

test(
  'a missing file is no low score, and a broken one says so',
  async () => {
    const project = await startJudged([{ model: 'Alpha', ids: ['1', '2'] }]);
    rmSync(pictureOf(project.dir, 'Alpha', '1'));
    writeFileSync(pictureOf(project.dir, 'Alpha', '2'), 'no picture');

    const { id: runId, totals } = await judge(project, { metrics: ['SC'] });
    const { failures } = await project.api.call('runs.get', { runId });

    expect(totals.unscored).toEqual({ 'media-missing': 1, 'media-broken': 1 });
    expect(failures.map(({ reason }) => reason)).toEqual(
      expect.arrayContaining([
        'image2 of the response: no file was found for it.',
        expect.stringMatching(/^image2 of the response: /),
      ]),
    );
    expect((await computedScores(project, '1')).find(({ metric }) => metric === 'SC')?.value).toBe(
      undefined,
    );
  },
  LIMIT_MS,
);

test(
  'like the official scripts: a missing file is judged by its error, a bad reply is 1; both are labelled',
  async () => {
    const project = await startJudged([{ model: 'Alpha', ids: ['1'] }], {
      script: nonsenseTo('unim_coherence'),
    });
    rmSync(pictureOf(project.dir, 'Alpha', '1'));
    await project.set({ scoring: { isOfficialCompatible: true } });

    const run = await judge(project);

    expect(run.totals).toMatchObject({ scored: 2, unscored: {} });
    const sc = await judgementOf(project, '1');
    expect(sc).toMatchObject({ isOfficialCompatible: true });
    expect(sc.captions.at(-1)).toMatchObject({
      source: 'error-text',
      caption: 'Error: the file of image2 was not found.',
    });
    const coherence = await judgementOf(project, '1', 'coherence');
    expect(coherence.raws).toEqual({ coherence: [1], style_consistency: [1] });
    expect(coherence.values).toEqual({ HC: 0.2, SH: 0.2 });
    expect(coherence.calls[0]?.failure?.code).toBe('bad-reply');
  },
  LIMIT_MS,
);

test(
  'an endpoint that refuses ends the run at once, with one message and without its key',
  async () => {
    const project = await startJudged([{ model: 'Alpha', ids: ['1', '2', '3'] }], { key: 'right' });

    const run = await judge(project);

    expect(run).toMatchObject({ state: 'failed', error: { code: 'endpoint-refused' } });
    expect(run.totals.done).toBe(0);
    const { requests } = project.server.counts();
    expect(requests).toBe(0); // 401 before anything was counted
    expect(listCalls(project.projectDir)).toEqual([]);
  },
  LIMIT_MS,
);

test(
  'an endpoint that is down pauses the run; it goes on where it was',
  async () => {
    let isDown = false;
    const project = await startJudged([{ model: 'Alpha', ids: ['1', '2'] }], {
      script: (request) => {
        isDown ||= request.index === 6;
        return isDown
          ? { kind: 'status', status: 429, headers: { 'Retry-After': '86400' } }
          : answerAsModel(request);
      },
    });
    await project.set({ endpoint: { concurrency: 1 } });

    const paused = await judge(project);
    const { paid } = project.server.counts();
    project.server.setScript(undefined);
    await project.api.call('runs.resume', { runId: paused.id });
    const run = await runStopped(project, paused.id);

    expect(paused).toMatchObject({ state: 'paused', error: { code: 'endpoint-down' } });
    expect(paid).toBe(6);
    expect(run).toMatchObject({ state: 'done', totals: { done: 4, scored: 4 } });
    expect(run.error).toBeUndefined();
    // two pictures of the task, two of the reference, two of the answers; four judgements
    expect(project.server.counts().paid).toBe(10);
  },
  LIMIT_MS,
);

test(
  'an answer without anything in it is SC 0, and nobody is asked',
  async () => {
    const project = await startJudged([{ model: 'Alpha', ids: ['1'] }]);
    const path = `${project.dir}/empty.jsonl`;
    const output = { content: '', modal: {} };
    const head = { domain: 'natural_science', subdomain: 'chemistry', id: '1' };
    writeFileSync(path, JSON.stringify({ ...head, output }));
    await project.importAll({ predictions: [{ model: 'Silent', path }] });

    const run = await judge(project, { metrics: ['SC', 'coherence'], models: ['Silent'] });

    expect(run.totals).toMatchObject({ scored: 1, unscored: { unsupported: 1 } });
    expect(project.server.counts().requests).toBe(0);
    const { judgements } = await project.api.call('judgements.get', {
      key: keyOf('1'),
      model: 'Silent',
    });
    expect(judgements[0]).toMatchObject({ metric: 'SC', values: { SC: 0 }, calls: [] });
  },
  LIMIT_MS,
);
