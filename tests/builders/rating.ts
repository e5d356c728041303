import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Api } from '../../shared/api/client.ts';
import type { MethodInput } from '../../shared/api/contract.ts';
import type { BlindUnit, Saying } from '../../shared/model/rating.ts';
import { startProject, type TestEngine } from './engine.ts';
import { answerRecord, instanceRecord, writeDataset, writePredictions } from './records.ts';
import { writeResults } from './results.ts';

/** Ids of the instances; the judge gave Alpha 5, 4, 3, 2, 1, 5 and Beta 1, 2, 3, 4, 5, 1. */
export const RATED_IDS = ['1', '2', '3', '4', '5', '6'] as const;
export const RATED_MODELS = ['Alpha', 'Beta'] as const;

/** SC, HC and SH of the judge. */
export const judgedLevel = (model: string, id: string) => {
  const level = 5 - ((Number(id) - 1) % 5);
  return model === 'Alpha' ? level : 6 - level;
};

/** A project whose responses are judged, and what a rater does in it. */
export interface RatedProject extends TestEngine {
  readonly dir: string;
  readonly draw: (draft?: Partial<MethodInput<'samples.draw'>>) => Promise<string>;
  readonly sit: (sampleId: string, rater?: string) => Promise<Rater>;
}

/** Somebody at a sample. */
export interface Rater {
  readonly units: () => Promise<BlindUnit[]>;
  readonly say: (position: number, saying: Saying) => ReturnType<typeof sayOf>;
  /** The same level for every step of a unit. */
  readonly rate: (position: number, value: number) => Promise<void>;
  readonly undo: () => Promise<number | undefined>;
  readonly reveal: (position: number) => ReturnType<typeof revealOf>;
}

const sayOf = (api: Api, input: MethodInput<'ratings.say'>) => api.call('ratings.say', input);
const revealOf = (api: Api, input: MethodInput<'ratings.reveal'>) =>
  api.call('ratings.reveal', input);

/** @param dir  a folder of the test's own */
export async function startRated(dir: string): Promise<RatedProject> {
  const engine = await startProject(dir);
  const dataset = writeDataset(
    dir,
    RATED_IDS.map((id) => instanceRecord(id)),
  );
  const predictions = RATED_MODELS.flatMap((model) => {
    const results = RATED_IDS.map((id) => {
      const level = judgedLevel(model, id);
      return { id, sc: level, hc: level, sh: level };
    });
    const answers = RATED_IDS.map((id) => answerRecord(id));
    return [
      { model, path: writePredictions(dir, model, answers) },
      { model, path: writeResults(dir, model, results) },
    ];
  });
  await engine.importAll({ dataset, predictions });
  const { api } = engine;
  return {
    ...engine,
    dir,
    async draw(draft) {
      const { sample } = await api.call('samples.draw', { name: 'S', size: 100, ...draft });
      return sample.id;
    },
    async sit(sampleId, rater = 'Ann') {
      const { session } = await api.call('ratings.join', { sampleId, rater });
      const seat = { sampleId, rater };
      const say: Rater['say'] = (position, saying) => sayOf(api, { ...seat, position, saying });
      const unit = async (position: number) =>
        (await api.call('ratings.unit', { ...seat, position })).unit;
      return {
        say,
        units: () => Promise.all(Array.from({ length: session.total }, (_, at) => unit(at))),
        async rate(position, value) {
          const { steps } = await unit(position);
          for (const step of steps) await say(position, { kind: 'value', ...step, value });
        },
        undo: async () => (await api.call('ratings.undo', seat)).position,
        reveal: (position) => revealOf(api, { ...seat, position }),
      };
    },
  };
}

/** A picture of a model, at a path that its answers name and that tells whose it is. */
export function writeModelPicture(dir: string, model: string, bytes: Buffer): string {
  const path = join(dir, 'predictions', model, 'image', 'drawn.png');
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
  return path;
}
