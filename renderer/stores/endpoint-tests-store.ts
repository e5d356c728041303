// What endpoints answered when they were tested, by role, with the settings that were tested.
import { create } from 'zustand';
import type { EndpointKey, EndpointSettings, EndpointTest } from '../../shared/model/endpoint.ts';
import { api } from '../api/index.ts';
import { createLoader } from './api-error.ts';
import { idle, type AsyncData } from './async-data.ts';

interface TestsState {
  readonly tests: Readonly<Partial<Record<EndpointKey, AsyncData<EndpointTest>>>>;
}

export const useEndpointTests = create<TestsState>(() => ({ tests: {} }));

const loaders = new Map<EndpointKey, ReturnType<typeof createLoader<EndpointTest>>>();

function loaderOf(role: EndpointKey) {
  const known = loaders.get(role);
  if (known !== undefined) return known;
  const loader = createLoader<EndpointTest>(
    () => useEndpointTests.getState().tests[role] ?? idle,
    (test) => useEndpointTests.setState(({ tests }) => ({ tests: { ...tests, [role]: test } })),
  );
  loaders.set(role, loader);
  return loader;
}

/** Really asks the endpoint, with settings that need not be saved. */
export function testEndpoint(role: EndpointKey, settings: EndpointSettings): Promise<void> {
  const loader = loaderOf(role);
  loader.reset();
  return loader.run(async (signal) => {
    const { test } = await api.call('endpoints.test', { role, settings }, signal);
    return test;
  });
}

/** What was found out is of other settings now. */
export function forgetTest(role: EndpointKey): void {
  loaders.get(role)?.reset();
}

api.on('project.changed', () => {
  for (const loader of loaders.values()) loader.reset();
});
