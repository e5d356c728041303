import { fork } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { startEngine } from '../../../../tests/builders/engine.ts';
import {
  gqScores,
  listOutcomes,
  runEnded,
  startPictures,
} from '../../../../tests/builders/scoring.ts';
import { Run } from '../../../../shared/model/run.ts';

const scoringProcess = new URL('../../../../tests/builders/scoring-process.ts', import.meta.url);
const COUNT = 60;

// Killed while it lists its items, soon after the first results, and near the end.
test.each([0, 1, 40])(
  'a run killed after %i results goes on where it was, none lost and none computed twice',
  async (results) => {
    const ids = Array.from({ length: COUNT }, (_, at) => String(at + 1));
    const { dir, projectDir, close } = await startPictures([{ model: 'Alpha', ids }], 400);
    await close();
    const child = fork(scoringProcess, [projectDir, `${dir}/other-app`]);
    for (;;) {
      const [message] = (await once(child, 'message')) as [unknown];
      const { state, totals } = Run.parse(message);
      expect(state).not.toBe('done');
      if (totals.scored >= results) break;
    }
    child.kill('SIGKILL');
    await once(child, 'exit');
    const before = listOutcomes(projectDir);

    const engine = startEngine(dir);
    await engine.api.call('project.open', { dir: projectDir });
    const [found] = (await engine.api.call('runs.list', {})).runs;
    const runId = found?.id ?? 0;
    await engine.api.call('runs.resume', { runId });
    const ended = await runEnded(engine, runId);

    expect(found?.state).toBe('paused');
    expect(before.length).toBeGreaterThanOrEqual(results);
    expect(before.length).toBeLessThan(COUNT);
    expect(ended).toMatchObject({
      state: 'done',
      totals: { planned: COUNT, done: COUNT, scored: COUNT, cached: 0, unscored: {} },
    });
    const after = listOutcomes(projectDir);
    expect(after.slice(0, before.length)).toEqual(before);
    expect(after).toHaveLength(COUNT);
    for (const id of ids) expect(await gqScores(engine.api, id)).toHaveLength(1);
  },
  180_000,
);
