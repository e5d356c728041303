import { expect, test } from 'vitest';
import { recomputeByDifficulty } from './recompute-leaderboard.ts';
import { startMixed } from './mixed-project.ts';

test('every figure of the leaderboard follows from the rows of the database', async () => {
  const { engine, settings } = await startMixed();
  await engine.api.call('settings.save', { settings });
  const manifest = { model: 'Beta', inputs: ['audio' as const], source: 'test' };
  await engine.api.call('models.saveManifest', { manifest });

  const { rows } = await engine.api.call('report.rows', { groupBy: 'difficulty' });
  const cells = recomputeByDifficulty(engine.projectDir);

  const found = { means: 0, ends: 0 };
  for (const cell of cells) {
    const [abs, rel] = rows.filter(
      ({ model, group, metric }) =>
        model === cell.model && group === cell.group && metric === cell.metric,
    );
    const { n, nUnscored, tau } = cell;
    expect([abs?.n, abs?.nUnscored]).toEqual([n, nUnscored]);
    expect(abs?.tau).toBeCloseTo(tau, 12);
    expectClose(abs?.mean, cell.abs, 1e-9);
    expectClose(rel?.mean, cell.rel, 1e-9);
    if (cell.abs !== undefined) found.means += 1;
    if (cell.ci95 === undefined || abs?.ci95 === undefined) continue;
    // two bootstraps; the means of n grades lie some 0.2 / n apart, and an end may fall on the next one
    const width = cell.ci95[1] - cell.ci95[0];
    for (const at of [0, 1] as const) {
      expect(Math.abs(abs.ci95[at] - cell.ci95[at])).toBeLessThanOrEqual(0.04 * width + 0.3 / n);
      expectClose(rel?.ci95?.[at], tau * abs.ci95[at], 1e-12);
      found.ends += 1;
    }
  }
  expect(rows.length).toBe(2 * cells.length);
  expect(found.means).toBeGreaterThan(40);
  expect(found.ends).toBeGreaterThan(80);
});

function expectClose(actual: number | undefined, value: number | undefined, tolerance: number) {
  if (value === undefined) expect(actual).toBeUndefined();
  else expect(Math.abs((actual ?? Number.NaN) - value)).toBeLessThanOrEqual(tolerance);
}
