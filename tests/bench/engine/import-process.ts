// Runs as a process of its own: makes a project, imports the synthetic data twice, and says how long
// it took and how much memory was used at the most.
import { watchMemory } from '../watch-memory.ts';
import { openBenchEngine } from './bench-engine.ts';
import type { ImportTimes } from './import.ts';
import type { SyntheticData } from './synthetic.ts';

process.once('message', (message) => {
  const { data, dir } = message as { data: SyntheticData; dir: string }; // sent by import.ts
  void measure(data, dir).then((times) => process.send?.(times, () => process.disconnect()));
});

async function measure(data: SyntheticData, dir: string): Promise<ImportTimes> {
  const peak = watchMemory();
  const { api, close, waitFor } = openBenchEngine(dir);
  await api.call('project.create', { dir, name: 'Bench' });
  const request = { dataset: data.dataset, predictions: [...data.predictions] };

  const start = performance.now();
  const since = () => (performance.now() - start) / 1000;
  const usable = waitFor('import.progress', ({ phase }) => phase === 'done');
  const indexed = waitFor('search.progress', ({ pending }) => pending === 0);
  await api.call('import.start', request);
  await usable;
  await api.call('instances.page', {
    filter: {},
    sort: { by: 'key', descending: false },
    models: [],
    offset: 0,
    limit: 100,
  });
  const usableS = since();
  await indexed;
  const indexedS = since();

  const startAgain = performance.now();
  const again = waitFor('import.progress', ({ phase }) => phase === 'done');
  await api.call('import.start', request);
  await again;
  const againS = (performance.now() - startAgain) / 1000;
  const peakMb = peak();
  await close();
  return { usableS, indexedS, peakMb, againS };
}
