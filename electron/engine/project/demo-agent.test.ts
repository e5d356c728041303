import { expect, test } from 'vitest';
import { startEngine } from '../../../tests/builders/engine.ts';
import { makeFolder } from '../../../tests/builders/folders.ts';
import { SAMPLES_DIR } from '../../serving/surroundings.ts';

const KEY = 'social_science/finance/404';

test('the demo has one run of the agent, labelled, with a whole trace and what it made', async () => {
  const { api } = startEngine(makeFolder(), SAMPLES_DIR);
  await api.call('project.openDemo', {});

  const { runs } = await api.call('agent.list', {});
  const { traces } = await api.call('agent.tracesOf', { key: KEY });
  const trace = await api.call('agent.trace', { runId: runs[0]?.id ?? 0, key: KEY });
  const { models } = await api.call('models.list', {});

  expect(runs).toMatchObject([{ state: 'done', model: 'UniMA', totals: { passed: 1 } }]);
  expect(runs[0]?.spending.tokensIn).toBeGreaterThan(0);
  expect(traces[0]?.label).toContain('made against the test server');
  expect(trace.unreadable).toBe(0);
  expect(trace.records.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(['start', 'verdict', 'backtrack', 'item', 'finish']),
  );
  expect(trace.items).toMatchObject([{ tag: 'image1', media: { kind: 'file' } }]);
  expect(models.map(({ name }) => name)).not.toContain('UniMA');
}, 60_000);
