import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import {
  drawTasks,
  readPredictionFile,
  startAgentProject,
  traceOf,
  type AgentProject,
} from '../../../../tests/builders/agent.ts';
import { keyOf } from '../../../../tests/builders/judging.ts';
import type { ChatRequest, Reaction } from '../../../../tests/builders/model-server/define.ts';
import { sectionOf } from '../../../../tests/builders/model-server/agent-answers.ts';
import { answerAsModel } from '../../../../tests/builders/model-server/model-answers.ts';
import type { TraceRecord } from '../../../../shared/model/agent.ts';

const MIXED = {
  id: '7',
  content:
    'Look at <image1>. Give two pictures, one recording, a video, a document, a program and a 3D model.',
  wanted: ['image2', 'image3', 'audio1', 'video1', 'document1', 'code1', 'threeD1'],
};

test('a clean chain makes every item that is demanded, and is scored as any other model', async () => {
  const project = await startAgentProject([...drawTasks(2), MIXED]);

  const run = await project.run();

  expect(run).toMatchObject({
    state: 'done',
    model: 'UniMA',
    totals: { planned: 3, done: 3, passed: 3, unverified: 0, failed: 0, missingItems: 0 },
  });
  expect(await stsOf(project, 'UniMA')).toEqual({ '1': 1, '2': 1, '7': 1 });
  const { output } = readPredictionFile(run.file).get('7') ?? {};
  expect(Object.keys(output?.modal ?? {}).sort()).toEqual([...MIXED.wanted].sort());
  expect(output?.modal['code1']).toContain('hello');
  for (const tag of MIXED.wanted.filter((one) => one !== 'code1')) {
    expect(statSync(join(dirname(run.file), output?.modal[tag] ?? '')).size).toBeGreaterThan(0);
  }
  const { items } = await project.api.call('agent.trace', { runId: run.id, key: keyOf('7') });
  expect(items.filter(({ media }) => media.kind === 'file').length).toBe(6);
  const { instance } = await project.api.call('instances.get', {
    key: keyOf('7'),
    models: ['UniMA'],
  });
  const states = instance.responses[0]?.sequence.items.map(({ media }) => media.kind);
  expect(new Set(states)).toEqual(new Set(['file', 'inline']));
  const { spending } = await project.api.call('agent.get', { runId: run.id });
  expect(spending.map(({ role }) => role)).toEqual([
    'captioner.image',
    'reasoner',
    'checker',
    'generator.image',
    'generator.speech',
    'generator.video',
    'generator.threeD',
  ]);
});

test('each node of a trace says what it was asked, what came and what it rests on', async () => {
  const project = await startAgentProject(drawTasks(1));
  const { id } = await project.run({ label: 'made against the test server' });

  const records = await traceOf(project, id, '1');

  expect(records.map(({ seq }) => seq)).toEqual(records.map((_, at) => at));
  expect(records[0]).toMatchObject({ kind: 'start', label: 'made against the test server' });
  expect(ends(records).map(({ node }) => node)).toEqual([
    'receive/image1',
    'r1/question',
    'r1/analysis',
    'r1/content',
    'r1/report',
    'r1/check',
    'make/image2',
  ]);
  const caption = ends(records)[0];
  expect(caption?.prompt?.messages.at(-1)?.text).toContain('Draw one picture of it');
  expect(caption?.gives).toMatchObject([{ id: 'input:image1', kind: 'caption', tag: 'image1' }]);
  const report = ends(records).find(({ step }) => step === 'report');
  expect(report).toMatchObject({ role: 'reasoner', model: 'model', used: ['task'] });
  expect(report?.given).toEqual(['task', 'input:image1', 'question', 'content']);
  expect(report?.costUsd).toBeGreaterThan(0);
  expect(records.at(-1)).toMatchObject({ kind: 'finish', verdict: 'passed', rounds: 1 });
});

test('a missing modality is caught and sent back to step 3', async () => {
  const project = await startAgentProject(drawTasks(1), { script: forgetful });

  const run = await project.run();

  expect(run.totals).toMatchObject({ passed: 1, backtracks: 1 });
  expect(await stsOf(project, 'UniMA')).toEqual({ '1': 1 });
  const records = await traceOf(project, run.id, '1');
  expect(only(records, 'verdict')).toMatchObject([
    { round: 1, passed: false, by: 'code', findings: [{ code: 'missing-modality' }] },
    { round: 2, passed: true, by: 'model' },
  ]);
  expect(only(records, 'backtrack')).toMatchObject([{ round: 1, toStep: 3, namedStep: 3 }]);
  expect(ends(records).map(({ node }) => node)).toEqual([
    ...['receive/image1', 'r1/question', 'r1/analysis', 'r1/content', 'r1/report', 'r1/judge'],
    ...['r2/content', 'r2/report', 'r2/check', 'make/image2'],
  ]);
  // what was wrong is evidence for the step that is done again
  const again = ends(records).find(({ node }) => node === 'r2/content');
  expect(again?.given).toContain('error:1');
});

test('without verification the same script scores measurably lower', async () => {
  const tasks = drawTasks(4);
  const project = await startAgentProject(tasks, { script: forgetful });
  const whole = await project.run();

  const without = await project.run({ ablate: ['verification'] });

  expect(whole.totals.passed).toBe(4);
  expect(without).toMatchObject({
    model: 'UniMA w/o verification',
    totals: { passed: 0, unverified: 4 },
  });
  expect(meanOf(await stsOf(project, whole.model))).toBe(1);
  expect(meanOf(await stsOf(project, without.model))).toBeLessThan(0.6);
});

test('a report that never passes is kept and marked, after as many rounds as were set', async () => {
  const project = await startAgentProject(drawTasks(1), {
    script: (request) =>
      request.formName === 'unima_check'
        ? reply({ findings: [{ code: 'fact', message: 'Not so.', tag: '' }], passed: false })
        : answerAsModel(request),
  });

  const run = await project.run({ maxRounds: 2 });

  expect(run.totals).toMatchObject({ done: 1, unverified: 1, backtracks: 2, missingItems: 0 });
  const records = await traceOf(project, run.id, '1');
  // step 3 twice would be the same again: the second time goes further back
  expect(only(records, 'backtrack').map(({ toStep }) => toStep)).toEqual([3, 2]);
  expect(only(records, 'backtrack')[1]?.note).toContain('without effect');
  expect(records.at(-1)).toMatchObject({ kind: 'finish', verdict: 'unverified', rounds: 3 });
  expect(readPredictionFile(run.file).get('1')?.output?.modal).toHaveProperty('image2');
});

test('a judger whose words and step disagree is taken at the earlier step', async () => {
  const project = await startAgentProject(drawTasks(1), {
    script: (request) =>
      request.formName === 'unima_judge'
        ? reply({ error: 'Step 1 forgot a demand.', step: 4 })
        : forgetful(request),
  });

  const run = await project.run();

  const [backtrack] = only(await traceOf(project, run.id, '1'), 'backtrack');
  expect(backtrack).toMatchObject({ namedStep: 4, toStep: 1 });
  expect(backtrack?.note).toContain('names step 4 and writes of step 1');
});

test('a step whose reply does not fit is repaired once, then fails with its raw reply kept', async () => {
  const project = await startAgentProject(drawTasks(1), {
    script: (request) =>
      request.formName === 'unima_content'
        ? { kind: 'reply', content: 'I would rather not.' }
        : answerAsModel(request),
  });

  const run = await project.run();

  expect(run.totals).toMatchObject({ done: 1, failed: 1 });
  const step = ends(await traceOf(project, run.id, '1')).find(({ step: one }) => one === 'content');
  expect(step).toMatchObject({
    status: 'failed',
    rawReply: 'I would rather not.',
    isRepaired: true,
    problem: { code: 'bad-reply' },
  });
  expect(readPredictionFile(run.file).size).toBe(0);
});

test('what failed is asked anew by a further run; what was answered is not', async () => {
  const project = await startAgentProject(drawTasks(1), {
    script: (request) =>
      request.formName === 'unima_report'
        ? { kind: 'reply', content: 'No.' }
        : answerAsModel(request),
  });
  const first = await project.run();
  const asked = project.server.counts().requests;
  project.server.setScript(undefined);

  const second = await project.run({ model: 'Another' });

  expect(first.totals).toMatchObject({ failed: 1 });
  expect(second.totals).toMatchObject({ passed: 1 });
  // the report and its check
  expect(project.server.counts().requests - asked).toBe(2);
  expect(second.spending.fromCache).toBe(4);
});

test('a question about data runs code, and what it gives is evidence', async () => {
  const project = await startAgentProject([
    {
      id: '1',
      content: 'What is the mean of the figures in <code1>? Answer with a document.',
      inputs: { code1: '```\n10, 20, 60\n```' },
      wanted: ['document1'],
    },
  ]);

  const run = await project.run();

  expect(run.totals.passed).toBe(1);
  const code = ends(await traceOf(project, run.id, '1')).find(({ step }) => step === 'code');
  expect(code).toMatchObject({
    status: 'done',
    gives: [{ id: 'data-report', kind: 'data-report' }],
  });
  expect(code?.gives[0]?.text).toContain('"mean": 30');
});

test('a generator that fails once is asked again; one that gives an empty file leaves a gap', async () => {
  const project = await startAgentProject(drawTasks(2), {
    fileScript: ({ prompt, index }) => {
      if (index === 0) return { kind: 'status', status: 400 };
      return prompt.includes('never') ? { kind: 'empty' } : undefined;
    },
    script: (request) => {
      const reaction = answerAsModel(request);
      const isSecond = request.text.includes('number 2');
      if (request.formName !== 'unima_report' || !isSecond || reaction.kind !== 'reply')
        return reaction;
      return { ...reaction, content: (reaction.content ?? '').replace('red square', 'never') };
    },
  });

  const run = await project.run({ concurrency: 1 });

  expect(run.totals).toMatchObject({ passed: 2, missingItems: 1 });
  const [made] = only(await traceOf(project, run.id, '1'), 'item');
  expect(made).toMatchObject({ status: 'made', attempts: 2 });
  const [missing] = only(await traceOf(project, run.id, '2'), 'item');
  expect(missing).toMatchObject({ status: 'missing', attempts: 2 });
  expect(missing?.reason).toContain('gave an empty file');
  const { output } = readPredictionFile(run.file).get('2') ?? {};
  expect(output?.modal).toEqual({});
  expect(output?.content).toContain('<image2>');
});

test('what nobody can make is said before anything is spent', async () => {
  const project = await startAgentProject([MIXED]);
  const { baseUrl } = project.server;
  const endpoints = {
    judge: { baseUrl, model: 'model' },
    'captioner.image': { baseUrl, model: 'model' },
  };

  const { plan } = await project.api.call('agent.plan', { endpoints });

  expect(plan.makers.find(({ modality }) => modality === 'video')?.state).toBe('none');
  expect(plan.makers.find(({ modality }) => modality === 'image')?.state).toBe('partly');
  expect(plan.makers.find(({ modality }) => modality === 'document')?.state).toBe('served');
  expect(plan.unservedRoles).toEqual([]); // the judge reasons where nobody else does
  await expect(project.start({ endpoints })).rejects.toMatchObject({
    code: 'unsupported',
    message: expect.stringContaining('Nobody makes video') as string,
  });
  expect(project.server.counts().requests).toBe(0);
  const run = await project.run({ endpoints, allowMissing: true });
  expect(run.totals).toMatchObject({ done: 1 });
  expect(run.totals.missingItems).toBeGreaterThan(0);
});

test('from any node on an instance is run again with an edited prompt; the rest is taken over', async () => {
  const project = await startAgentProject(drawTasks(2));
  const run = await project.run();
  const asked = project.server.counts().requests;
  const { prompts } = await project.api.call('prompts.list', {});
  const text = prompts.find(({ id }) => id === 'agent-report')?.text ?? '';

  const { attempt } = await project.api.call('agent.rerunFrom', {
    runId: run.id,
    key: keyOf('1'),
    node: 'r1/report',
    prompts: { 'agent-report': `Write it in verse.\n${text}` },
  });
  const ended = await project.waitFor('agent.progress', ({ state }) => state === 'done');

  expect(attempt).toBe(2);
  expect(ended.totals).toMatchObject({ done: 2, passed: 2 });
  // report and check; question, analysis and content are those of the first attempt
  expect(project.server.counts().requests - asked).toBe(2);
  expect(project.server.requests.at(-2)?.text).toContain('Write it in verse.');
  const records = await traceOf(project, run.id, '1');
  expect(only(records, 'resume')).toMatchObject([
    { why: 'rerun', node: 'r1/report', editedPrompts: ['agent-report'] },
  ]);
  expect(ends(records).find(({ step }) => step === 'report')?.prompt?.isEdited).toBe(true);
  expect(only(await traceOf(project, run.id, '1', 1), 'resume')).toEqual([]);
});

test('a budget pauses the run, and a higher one lets it go on without paying anything twice', async () => {
  const project = await startAgentProject(drawTasks(3));

  const paused = await project.run({ concurrency: 1, budgetUsd: 6 });

  expect(paused).toMatchObject({ state: 'paused', error: { code: 'budget-reached' } });
  expect(paused.spending.costUsd).toBeLessThanOrEqual(6);
  const over = project.waitFor('agent.progress', ({ state }) => state === 'done');
  await project.api.call('agent.resume', { runId: paused.id, budgetUsd: 1000 });
  expect((await over).totals).toMatchObject({ passed: 3 });
  const { paid, requests } = project.server.counts();
  expect(paid).toBe(requests);
  expect(new Set(project.server.requests.map((one) => one.idempotencyKey)).size).toBe(requests);
  expect(project.server.files).toHaveLength(3);
});

test('a paused run asks nothing further until it is resumed', async () => {
  const project = await startAgentProject(drawTasks(4), { latencyMs: 5 });
  const first = project.waitFor('agent.progress', ({ totals }) => totals.done >= 1);
  const runId = await project.start({ concurrency: 2 });
  await first;

  await project.api.call('agent.pause', { runId });
  while (project.server.counts().inFlight > 0) await new Promise((next) => setImmediate(next));
  const asked = project.server.counts().requests;
  const { run } = await project.api.call('agent.get', { runId });

  expect(run.state).toBe('paused');
  await expect(project.start({ model: 'Another' })).rejects.toMatchObject({ code: 'busy' });
  expect(project.server.counts().requests).toBe(asked);
  const over = project.waitFor('agent.progress', ({ state }) => state === 'done');
  await project.api.call('agent.resume', { runId });
  expect((await over).totals).toMatchObject({ passed: 4 });
});

test('a cancelled run keeps what is answered, and can be gone on with', async () => {
  const project = await startAgentProject(drawTasks(3), { latencyMs: 5 });
  const first = project.waitFor('agent.progress', ({ totals }) => totals.done >= 1);
  const runId = await project.start({ concurrency: 1 });
  await first;

  await project.api.call('agent.cancel', { runId });

  const { run } = await project.api.call('agent.get', { runId });
  expect(run.state).toBe('cancelled');
  expect(existsSync(run.file)).toBe(true);
  const over = project.waitFor('agent.progress', ({ state }) => state === 'done');
  await project.api.call('agent.resume', { runId });
  expect((await over).totals).toMatchObject({ passed: 3 });
});

test('a busy generator is waited for; one that lets nobody in stops the run with one message', async () => {
  const project = await startAgentProject(drawTasks(1), {
    fileScript: ({ index }) =>
      index < 2 ? { kind: 'status', status: 429, headers: { 'retry-after': '0' } } : undefined,
  });
  const waited = await project.run();
  project.server.setFileScript(() => ({ kind: 'status', status: 401 }));

  const stopped = await project.run({ model: 'Another', concurrency: 1 });

  expect(waited.totals).toMatchObject({ passed: 1, missingItems: 0 });
  expect(project.server.files.slice(0, 3)).toHaveLength(3);
  expect(stopped).toMatchObject({ state: 'failed', error: { code: 'endpoint-refused' } });
  expect(stopped.error?.message).toContain('as generator.image');
  expect(stopped.totals.done).toBe(0);
});

test('a service that an endpoint does not have leaves a gap and stops nothing', async () => {
  const project = await startAgentProject(drawTasks(1), {
    fileScript: () => ({ kind: 'status', status: 404 }),
  });

  const run = await project.run();

  expect(run).toMatchObject({ state: 'done', totals: { passed: 1, missingItems: 1 } });
});

/** Plans without the last item, unless it was told that something is wrong. */
function forgetful(request: ChatRequest): Reaction {
  const reaction = answerAsModel(request);
  if (request.formName !== 'unima_content' || reaction.kind !== 'reply') return reaction;
  if (sectionOf(request.text, 'ERROR') !== '') return reaction;
  const plan = JSON.parse(reaction.content ?? '') as { items: unknown[] }; // as it answers
  return reply({ ...plan, items: plan.items.slice(0, -1) });
}

const reply = (value: unknown): Reaction => ({ kind: 'reply', content: JSON.stringify(value) });

function only<K extends TraceRecord['kind']>(records: readonly TraceRecord[], kind: K) {
  return records.filter((one): one is Extract<TraceRecord, { kind: K }> => one.kind === kind);
}

const ends = (records: readonly TraceRecord[]) => only(records, 'end');

/** StS of a model's answers, by the ids of the instances. */
async function stsOf({ api }: AgentProject, model: string): Promise<Record<string, number>> {
  const { rows } = await api.call('instances.page', {
    filter: {},
    sort: { by: 'key', descending: false },
    models: [model],
    offset: 0,
    limit: 500,
  });
  return Object.fromEntries(
    rows.flatMap(({ id, responses }) => {
      const value = responses[0]?.scores['StS'];
      return value === undefined ? [] : [[id, value]];
    }),
  );
}

const meanOf = (values: Record<string, number>) =>
  Object.values(values).reduce((sum, one) => sum + one, 0) / Object.values(values).length;
