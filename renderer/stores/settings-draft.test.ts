import { expect, test } from 'vitest';
import { EndpointSettings } from '../../shared/model/endpoint.ts';
import { ProjectSettings } from '../../shared/model/settings.ts';
import {
  changedParts,
  draftEndpoint,
  draftSettings,
  looksLikeKey,
  parseEndpoint,
  parseSettings,
  withEndpoint,
} from './settings-draft.ts';

const endpoint = EndpointSettings.parse({
  baseUrl: 'http://127.0.0.1:8000/v1',
  model: 'local',
  apiKeyEnv: 'LOCAL_KEY',
  timeoutMs: 1500,
  usdPerMTokIn: 0.25,
});
const kept = ProjectSettings.parse({ endpoints: { judge: endpoint } });

test('settings that nobody changed come back as they were', () => {
  const draft = draftSettings(kept);

  expect(changedParts(draft, kept)).toEqual([]);
  expect(parseSettings(draft)).toEqual({ status: 'ok', value: kept });
});

test('a field left empty is left out, a comma is a decimal point', () => {
  const draft = { ...draftEndpoint(endpoint), usdPerMTokIn: ' ', temperature: '0,5' };

  const parsed = parseEndpoint(draft);

  expect(parsed).toMatchObject({ status: 'ok', value: { temperature: 0.5, timeoutMs: 1500 } });
  expect(parsed.status === 'ok' && parsed.value.usdPerMTokIn).toBeUndefined();
});

test('a slash at the end of an address does not matter', () => {
  const parsed = parseEndpoint({ ...draftEndpoint(endpoint), baseUrl: 'http://h:1/v1/ ' });

  expect(parsed).toMatchObject({ status: 'ok', value: { baseUrl: 'http://h:1/v1' } });
});

test('every wrong field is named, in words, with the part that it belongs to', () => {
  const wrong = { ...draftEndpoint(), baseUrl: 'ftp://x', concurrency: 'many', timeoutSeconds: '' };
  const draft = withEndpoint(draftSettings(kept), 'captioner.image', wrong);

  const parsed = parseSettings({ ...draft, scoring: { ...draft.scoring, icsEta: '1.5' } });

  expect(parsed.status === 'wrong' && Object.keys(parsed.errors).sort()).toEqual([
    'captioner.image.baseUrl',
    'captioner.image.concurrency',
    'captioner.image.model',
    'captioner.image.timeoutSeconds',
    'scoring.icsEta',
  ]);
});

test('an endpoint taken away and put back in another order is no change', () => {
  const before = draftSettings(
    ProjectSettings.parse({ endpoints: { judge: endpoint, '*': endpoint } }),
  );

  const after = withEndpoint(
    withEndpoint(before, 'judge', undefined),
    'judge',
    before.endpoints.judge,
  );

  expect(JSON.stringify(after)).toBe(JSON.stringify(before));
  expect(Object.keys(withEndpoint(before, 'judge', undefined).endpoints)).toEqual(['*']);
});

test('what was changed is told by part', () => {
  const draft = withEndpoint(draftSettings(kept), '*', draftEndpoint(endpoint));

  expect(changedParts({ ...draft, scoring: { ...draft.scoring, scale: 'linear' } }, kept)).toEqual([
    '*',
    'scoring',
  ]);
});

test.each([
  ['sk-proj-0123456789abcdef0123', true],
  ['gsk_AbCdEf0123456789AbCdEf', true],
  ['OPENAI_API_KEY', false],
  ['SK_TEAM_KEY_OF_THE_JUDGE', false],
  ['my key', false],
])('“%s” looks like a key: %s', (text, expected) => {
  expect(looksLikeKey(text)).toBe(expected);
});
