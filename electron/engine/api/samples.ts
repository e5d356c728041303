import { randomUUID } from 'node:crypto';
import { AppError } from '../../../shared/api/errors.ts';
import type { Sample, SampleDraft } from '../../../shared/model/sample.ts';
import {
  addSample,
  listSampleRaters,
  listSamples,
  listSampleUnits,
  removeSample,
} from '../db/samples.ts';
import type { StoredSample } from '../db/samples.ts';
import type { ProjectSession } from '../project/session.ts';
import type { Workspace } from '../project/workspace.ts';
import { drawSample } from '../ratings/draw-sample.ts';
import { expectWidths } from '../ratings/expected-widths.ts';
import { readPopulation } from '../ratings/population.ts';
import { readRatedItems } from '../ratings/rated-items.ts';
import type { FileHasher } from '../ratings/shown.ts';
import { readSession, requireSample, requireSeat } from '../ratings/seat.ts';
import type { HandlersOf } from './handlers.ts';

/** Answers `samples.*`. @param hashOf  of a file that was shown */
export function createSampleHandlers(
  workspace: Workspace,
  hashOf: FileHasher,
): HandlersOf<'samples'> {
  const draw = (draft: SampleDraft) => {
    const { query } = workspace.required();
    checkDraft(query.columns().models, draft);
    const source = { columns: query.columns(), list: query.list() };
    return drawSample(readPopulation(source, draft), draft);
  };
  return {
    'samples.plan': async (draft) => {
      const { units: _units, ...drawn } = draw(draft);
      const known = await readRatedItems(workspace.required(), hashOf, { filter: {} });
      return { plan: { ...drawn, expected: expectWidths(known, draft, drawn.size) } };
    },
    'samples.draw': (draft) => {
      const { units, population, strata } = draw(draft);
      if (units.length === 0) throw nothingToDraw();
      const createdAt = new Date(workspace.options.clock()).toISOString();
      const stored = { id: randomUUID(), draft, population, strata, createdAt };
      workspace.required().writeDurably('keep the sample', (db) => addSample(db, stored, units));
      workspace.emit('samples.changed', {});
      return { sample: describe(workspace.required(), stored) };
    },
    'samples.list': () => {
      const project = workspace.required();
      return { samples: listSamples(project.db).map((stored) => describe(project, stored)) };
    },
    'samples.keys': ({ sampleId }) => {
      const { db } = workspace.required();
      requireSample(db, sampleId);
      const keys = new Set(listSampleUnits(db, sampleId).map(({ key }) => key));
      return { keys: [...keys].sort() };
    },
    'samples.remove': ({ sampleId }) => {
      const project = workspace.required();
      requireSample(project.db, sampleId);
      project.writeDurably('remove the sample', (db) => removeSample(db, sampleId));
      workspace.emit('samples.changed', {});
      return {};
    },
  };
}

function describe(project: ProjectSession, { strata, ...stored }: StoredSample): Sample {
  return {
    ...stored,
    size: strata.reduce((sum, { size }) => sum + size, 0),
    strata: [...strata],
    raters: listSampleRaters(project.db, stored.id).map(({ name, joinedAt }) => {
      const { total, done } = readSession(project, requireSeat(project.db, stored.id, name));
      return { rater: name, joinedAt, total, done };
    }),
  };
}

function checkDraft(models: readonly { readonly name: string }[], draft: SampleDraft): void {
  const unknown = draft.models.find((name) => !models.some((model) => model.name === name));
  if (unknown !== undefined) {
    throw new AppError('not-found', `Cannot draw a sample: there is no model "${unknown}".`);
  }
  const chosen = draft.models.length === 0 ? models.length : new Set(draft.models).size;
  if (draft.kind === 'pairwise' && chosen < 2) {
    throw new AppError('bad-input', 'Cannot draw pairs: it takes two models. Choose another one.');
  }
}

function nothingToDraw(): AppError {
  return new AppError(
    'bad-input',
    'Cannot draw a sample: no response is left under this filter. Take a part of it away.',
  );
}
