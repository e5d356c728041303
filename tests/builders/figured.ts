import type { InstanceFilter } from '../../shared/model/filter.ts';
import { startProject, type TestEngine } from './engine.ts';
import { makeFolder } from './folders.ts';
import { answerRecord, instanceRecord, writeDataset, writePredictions } from './records.ts';
import { writeResults, type JudgedAnswer } from './results.ts';

/** What a model answered and what official files say of it; one without an answer is in no file. */
export interface FiguredAnswer extends JudgedAnswer {
  readonly content?: string;
  readonly modal?: Readonly<Record<string, string>>;
}

export interface FiguredProject extends TestEngine {
  readonly dir: string;
  /** Ids of natural_science/chemistry that a filter lets through, in order. */
  readonly ids: (filter: InstanceFilter, models?: readonly string[]) => Promise<string[]>;
}

/** A project of instances and models with figures, imported from files. @param ids  of the instances */
export async function startFigured(
  ids: readonly string[],
  models: Readonly<Record<string, readonly FiguredAnswer[]>>,
  extra: (id: string) => Parameters<typeof instanceRecord>[1] = () => ({}),
): Promise<FiguredProject> {
  const dir = makeFolder();
  const engine = await startProject(dir);
  const dataset = writeDataset(
    dir,
    ids.map((id) => instanceRecord(id, extra(id))),
  );
  const predictions = Object.entries(models).flatMap(([model, answers]) => [
    { model, path: writePredictions(dir, model, answers.map(toRecord)) },
    ...(answers.some(hasFigures) ? [{ model, path: writeResults(dir, model, answers) }] : []),
  ]);
  await engine.importAll({ dataset, predictions });
  await engine.indexed();
  return {
    ...engine,
    dir,
    async ids(filter, chosen = []) {
      const { rows } = await engine.api.call('instances.page', {
        filter,
        sort: { by: 'key', descending: false },
        models: [...chosen],
        offset: 0,
        limit: 500,
      });
      return rows.map(({ id }) => id);
    },
  };
}

function toRecord({ id, content = 'My drawing: <image2>', modal }: FiguredAnswer): unknown {
  const own = modal ?? (content.includes('<image2>') ? { image2: 'image/drawn.png' } : {});
  return answerRecord(id, { output: { content, modal: own } });
}

const hasFigures = ({ gq, sc, hc, sh }: FiguredAnswer) =>
  [gq, sc, hc, sh].some((figure) => figure !== undefined);
