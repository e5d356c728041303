import { expect, test } from 'vitest';
import { ENDPOINT_PRESETS } from './endpoint-presets.ts';
import { EndpointMap, endpointOf, EndpointSettings, StoredKeyName } from './endpoint.ts';

const BASE = { baseUrl: 'https://api.example.org/v1', model: 'm' };
const isTaken = (more: object) => EndpointSettings.safeParse({ ...BASE, ...more }).success;

test.each(ENDPOINT_PRESETS.map((preset) => [preset.label, preset.settings] as const))(
  'the preset of %s can be saved as it is',
  (_label, settings) => {
    expect(EndpointSettings.parse(settings)).toMatchObject(settings);
  },
);

test('an address that could carry a key is refused', () => {
  expect(isTaken({ baseUrl: 'https://me:secret@api.example.org/v1' })).toBe(false);
  expect(isTaken({ baseUrl: 'https://api.example.org/v1?api_key=abc' })).toBe(false);
  expect(isTaken({ baseUrl: 'file:///etc/passwd' })).toBe(false);
  expect(isTaken({ baseUrl: 'http://127.0.0.1:8000/v1/' })).toBe(true);
});

test('a key that was put where its place belongs is refused', () => {
  expect(isTaken({ apiKeyEnv: 'hf_AbCdEfGhIjKlMnOpQrStUvWx' })).toBe(false);
  expect(isTaken({ apiKeyStored: 'sk-proj-0123456789abcdefghij' })).toBe(false);
  expect(StoredKeyName.safeParse('sk-0123456789abcdefghijkl').success).toBe(false);
  expect(isTaken({ apiKeyEnv: 'HF_TOKEN_FOR_THE_EVALUATION_RUNS' })).toBe(true);
  expect(isTaken({ apiKeyEnv: 'OPENAI_API_KEY', apiKeyStored: 'Of the lab' })).toBe(true);
});

test('a role that is not named is served by "*"', () => {
  const map = EndpointMap.parse({ '*': BASE, judge: { ...BASE, model: 'j' } });

  expect(endpointOf(map, 'judge')?.model).toBe('j');
  expect(endpointOf(map, 'captioner.audio')?.model).toBe('m');
  expect(endpointOf({}, 'judge')).toBeUndefined();
});
