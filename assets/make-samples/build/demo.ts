import { MODEL_IDS, MODELS, type InstanceSpec } from './spec.ts';
import { put, type Target } from './write.ts';

/** `demo.json`: what the app opens as its demo project. Paths are relative to the file. */
export async function writeDemo(target: Target): Promise<void> {
  const models = MODEL_IDS.map((id) => MODELS[id]);
  const demo = {
    name: 'Demo project',
    isExample: true,
    dataset: 'dataset',
    captions: 'dataset/qapairs_caption',
    predictions: models.map((model) => ({ model, path: `predictions/${model}` })),
    results: models.map((model) => ({ model, path: `results/${model}` })),
    ratings: ['ratings.jsonl'],
    capabilities: 'capabilities.csv',
  };
  await put(
    target,
    'demo.json',
    Buffer.from(JSON.stringify(demo, undefined, 2) + '\n'),
    'settings',
  );
}

/** `capabilities.csv`: the side table that tells which capabilities an instance needs. */
export async function writeCapabilities(
  target: Target,
  specs: readonly InstanceSpec[],
): Promise<void> {
  const rows = specs.map((spec) => {
    const domain = spec.field === 'general_area' ? 'general_domain' : spec.field;
    const subdomain = spec.folder.replace(/^\d+_/, '');
    return [domain, subdomain, spec.id, spec.capabilities.join(';')].join(',');
  });
  const text = ['domain,subdomain,id,capabilities', ...rows].join('\n') + '\n';
  await put(
    target,
    'capabilities.csv',
    Buffer.from(text),
    'side table, written by hand in instances/',
  );
}
