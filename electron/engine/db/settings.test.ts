import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { ProjectSettings } from '../../../shared/model/settings.ts';
import { makeFolder } from '../../../tests/builders/folders.ts';
import { openWritable } from './open.ts';
import { findStoredScoring, getSettings, saveSettings } from './settings.ts';

function openProject() {
  const db = openWritable(join(makeFolder(), 'loupe.sqlite'));
  onTestFinished(() => void db.close());
  return db;
}

test("a project of which nothing was set has the paper's settings", () => {
  const { scoring, endpoints } = getSettings(openProject());

  expect(scoring).toMatchObject({ sqcsEta: 0.7, icsEta: 0.8, scale: 'fifths', repeats: 1 });
  expect(endpoints).toEqual({});
});

test('what was saved is there again, whole, and an endpoint that was left out is gone', () => {
  const db = openProject();
  const endpoint = { baseUrl: 'http://127.0.0.1:8000/v1', model: 'm', apiKeyEnv: 'A_KEY' };
  const settings = ProjectSettings.parse({
    scoring: { sqcsEta: 0.5, doverWeights: '/weights.onnx' },
    endpoints: { judge: endpoint, '*': endpoint },
  });

  saveSettings(db, settings);
  expect(getSettings(db)).toEqual(settings);

  saveSettings(db, ProjectSettings.parse({}));
  expect(getSettings(db).endpoints).toEqual({});
});

test('scoring that did not change is stored in the same words', () => {
  const db = openProject();
  saveSettings(db, ProjectSettings.parse({}));
  const before = findStoredScoring(db);

  saveSettings(db, ProjectSettings.parse({ endpoints: {} }));
  expect(findStoredScoring(db)).toBe(before);

  saveSettings(db, ProjectSettings.parse({ scoring: { repeats: 2 } }));
  expect(findStoredScoring(db)).not.toBe(before);
});

test.each(['{', '{"sqcsEta": 7}', '7'])('settings that are none are said to be so: %s', (value) => {
  const db = openProject();
  db.prepare("INSERT INTO settings (name, value) VALUES ('scoring', ?)").run(value);

  expect(() => getSettings(db)).toThrow(/^Cannot read the project's settings: /);
});
