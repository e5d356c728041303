import { AppError } from '../../../shared/api/errors.ts';
import type { HandlerInput } from '../../../shared/api/contract.ts';
import type { QcRow } from '../../../shared/model/quality-control.ts';
import { prepareExcerpts, type Excerpts } from '../db/excerpts.ts';
import {
  addQcEvent,
  addQcPerson,
  addQcUndo,
  findLastQcEvent,
  findQcName,
} from '../db/qc-events.ts';
import { listQcHeadsOf } from '../db/qc-events.ts';
import { nameKey } from '../ratings/rater-name.ts';
import type { ProjectSession } from '../project/session.ts';
import { readOnly } from '../project/small-writes.ts';
import type { Workspace } from '../project/workspace.ts';
import { exportAccepted } from '../quality-control/export-accepted.ts';
import { previewText } from '../quality-control/preview.ts';
import { readOriginal } from '../quality-control/read-original.ts';
import { readQcRecord } from '../quality-control/read-record.ts';
import type { QcRegister } from '../quality-control/register.ts';
import { toQcEvent } from '../quality-control/say.ts';
import type { Standing } from '../quality-control/standing.ts';
import type { HandlersOf } from './handlers.ts';

/** Answers `qc.*`. */
export function createQcHandlers(workspace: Workspace): HandlersOf<'qc'> {
  const now = () => new Date(workspace.options.clock()).toISOString();
  const select = ({ name, filter }: Pick<HandlerInput<'qc.list'>, 'name' | 'filter'>) => {
    const register = workspace.required().qc.register();
    const own = name === undefined ? undefined : nameKey(name);
    return { register, indexes: register.select(filter, own) };
  };

  return {
    'qc.overview': () => ({ overview: workspace.required().qc.overview() }),
    'qc.scan': () => {
      const project = workspace.required();
      if (project.isReadOnly) throw readOnly('look the records through', project.dir);
      project.qc.startScan();
      return {};
    },
    'qc.join': ({ name, isReturning }) => join(workspace.required(), name, isReturning, now()),
    'qc.list': ({ offset, limit, ...asked }) => {
      const { register, indexes } = select(asked);
      const { db, query } = workspace.required();
      const excerpts = prepareExcerpts(db);
      const ids = query.columns();
      const rows = indexes.slice(offset, offset + limit).map((index) => {
        const id = ids.ids[ids.indexByKey.get(register.keys[index] ?? '') ?? -1];
        return toRow(register, index, id, excerpts);
      });
      return { rows, total: indexes.length };
    },
    'qc.step': ({ from, by, ...asked }) => {
      const { register, indexes } = select(asked);
      const at = from === undefined ? undefined : register.indexOf(from);
      const position = placeOf(indexes, at, by);
      const found = position === undefined ? undefined : indexes[position];
      if (position === undefined || found === undefined) return {};
      return { key: register.keys[found], position };
    },
    'qc.record': async ({ key, name, phase }) => {
      const project = workspace.required();
      const asker = { name: name === undefined ? undefined : nameKey(name), phase };
      return { record: await readQcRecord(project, key, standingAt(project, key), asker) };
    },
    'qc.preview': async ({ key, text }) => {
      const { db, query } = workspace.required();
      const place = await readOriginal(db, key);
      return { preview: await previewText(text, place, query.media()) };
    },
    'qc.say': (input) => say(workspace.required(), input, now()),
    'qc.undo': ({ name }) => undo(workspace.required(), name, now()),
    'qc.export': (request, signal) => {
      const { db, qc } = workspace.required();
      return exportAccepted({ db, register: qc.register() }, request, signal);
    },
  };
}

function standingAt({ qc }: ProjectSession, key: string): Standing {
  const index = qc.register().indexOf(key);
  if (index !== undefined) return qc.register().standing(index);
  const what = 'the dataset has none that was looked through. Look it through first';
  throw new AppError('not-found', `Cannot find the record: ${what}. "${key}"`);
}

/** The place in the list that lies in a direction of a record, which need not be in the list itself. */
function placeOf(
  indexes: readonly number[],
  at: number | undefined,
  by: 'next' | 'previous' | 'same',
): number | undefined {
  if (at === undefined) return by === 'previous' ? indexes.length - 1 : 0;
  if (by === 'same') return indexes.includes(at) ? indexes.indexOf(at) : undefined;
  const place = by === 'next' ? indexes.findIndex((index) => index > at) : lastBelow(indexes, at);
  return place === -1 ? undefined : place;
}

const lastBelow = (indexes: readonly number[], at: number) =>
  indexes.findLastIndex((index) => index < at);

function toRow(
  register: QcRegister,
  index: number,
  id: number | undefined,
  excerpts: Excerpts,
): QcRow {
  const { state, isStale, revision } = register.standing(index);
  const { error, warning, info } = register.findings(index);
  const start = id === undefined ? '' : excerpts.taskStart(id);
  return {
    key: register.keys[index] ?? '',
    ...{ state, isStale, isRevised: revision !== undefined },
    ...{ errors: error, warnings: warning, infos: info },
    excerpt: start.replace(/\s+/g, ' ').trim().slice(0, 120),
  };
}

function join(project: ProjectSession, name: string, isReturning: boolean, joinedAt: string) {
  const own = nameKey(name);
  const known = findQcName(project.db, own);
  if (known !== undefined && !isReturning) {
    throw new AppError(
      'bad-input',
      `Cannot begin as "${name}": "${known}" is at work here already. Go on as the same person, or ` +
        'take another name.',
      { details: { isTaken: true, name: known } },
    );
  }
  if (known !== undefined) return { name: known };
  const kept = name.normalize('NFC').replace(/\s+/g, ' ');
  project.writeDurably('begin quality control', (db) =>
    addQcPerson(db, { nameKey: own, name: kept, joinedAt }),
  );
  project.qc.said('');
  return { name: kept };
}

function personOf({ db }: ProjectSession, name: string) {
  const own = nameKey(name);
  const kept = findQcName(db, own);
  if (kept !== undefined) return { nameKey: own, name: kept };
  throw new AppError('not-found', `Cannot go on: "${name}" has not begun here yet. Begin first.`);
}

async function say(
  project: ProjectSession,
  { key, name, ...saying }: HandlerInput<'qc.say'>,
  at: string,
) {
  const person = personOf(project, name);
  const original = await readOriginal(project.db, key);
  const event = toQcEvent(original, standingAt(project, key), person, saying, at);
  project.writeDurably('keep the verdict', (db) => void addQcEvent(db, event));
  project.qc.said(key);
  return { state: standingAt(project, key).state };
}

function undo(project: ProjectSession, name: string, at: string) {
  const person = personOf(project, name);
  const last = findLastQcEvent(project.db, person.nameKey);
  if (last === undefined) return {};
  const later = listQcHeadsOf(project.db, last.key).find(({ id }) => id > last.id);
  if (later !== undefined) {
    const what = `"${later.name}" has gone on from it. Open the record again instead`;
    throw new AppError('bad-input', `Cannot take back what you said last: ${what}. "${last.key}"`);
  }
  project.writeDurably('undo', (db) => addQcUndo(db, last, at));
  project.qc.said(last.key);
  return { key: last.key };
}
