// The whole way from a native folder to UniM predictions, in two steps: a look that writes nothing,
// and the writing of what was looked at.
import type {
  NativeAccounts,
  NativeLook,
  NativePreview,
  NativeProblem,
  NativeReport,
  NativeRule,
  NativeSystem,
} from '../../../../shared/model/native.ts';
import { formatNativeRule } from '../../../../shared/model/native-rule.ts';
import { AppError } from '../../../../shared/api/errors.ts';
import { hasFfmpeg } from '../../media/frames/ffmpeg-backend.ts';
import { account } from './account.ts';
import { listNativeFolder } from './list-native-folder.ts';
import { readMappingTable } from './mapping-table.ts';
import { mapSamples, type Mapped } from './map-samples.ts';
import { chooseReader, recogniseSystem } from './readers.ts';
import type { NativeTargets } from './targets.ts';
import { planRecord, previewRow } from './to-record.ts';
import { samplePath } from './types.ts';
import { writePredictions } from './write-predictions.ts';

/** What is to be read, with the instances that may be answered. */
export interface NativeJob {
  readonly system?: NativeSystem | undefined;
  readonly dir: string;
  readonly rule: NativeRule;
  /** Undefined: nothing is known of the dataset. */
  readonly targets: NativeTargets | undefined;
  readonly joinVideo: boolean;
}

const SHOWN_ROWS = 10;
const SHOWN_EXAMPLES = 3;
const LISTED_PROBLEMS = 5000;

/**
 * What a folder seems to be.
 *
 * @param scopes  `field/subdomain` of the instances that are known
 * @throws AppError 'not-found', 'unreadable' when there is no such folder
 */
export async function lookAtNative(
  dir: string,
  scopes: readonly string[],
  signal: AbortSignal,
): Promise<NativeLook> {
  const folder = await listNativeFolder(dir);
  const recognised = await recogniseSystem(folder);
  if (recognised === undefined) {
    const { length } = folder.files;
    const evidence = length === 0 ? 'the folder is empty' : `none of its ${length} files is known`;
    return { evidence, samples: 0, files: length, examples: [], suggestions: [] };
  }
  const { reader, evidence } = recognised;
  const { samples, texts } = await reader.read(folder, { joinVideo: false, signal });
  const files = folder.files.filter(({ path }) => !texts.has(path)).length;
  const examples = samples.map(samplePath).slice(0, SHOWN_EXAMPLES);
  const suggestions = [...rulesByDepth(examples[0] ?? ''), ...scopes.map((at) => `${at}/{sample}`)];
  return { system: reader.system, evidence, samples: samples.length, files, examples, suggestions };
}

/** Rules for folders that say field and subdomain, by how deep the first sample lies. */
function rulesByDepth(path: string): string[] {
  const depth = path.split('/').length;
  if (depth === 4) return ['{field}/{subdomain}/{id}/*'];
  return depth === 3 ? ['{field}/{subdomain}/{id}'] : [];
}

/** What would be written: the first ten samples, and where everything goes. Nothing is written. */
export async function previewNative(job: NativeJob, signal: AbortSignal): Promise<NativePreview> {
  const { system, mapped, accounts, problems } = await readJob(job, signal);
  const rows = mapped.slice(0, SHOWN_ROWS).map(previewRow);
  const rule = formatNativeRule(job.rule);
  return { system, rule, rows, accounts, ...listProblems(problems) };
}

/**
 * Writes the predictions to `out` and the files to a folder beside it.
 *
 * @throws AppError 'bad-input' when no sample has an instance, or `out` is something else's
 */
export async function convertNative(
  job: NativeJob,
  out: string,
  signal: AbortSignal,
): Promise<NativeReport> {
  const { system, mapped, accounts, problems } = await readJob(job, signal);
  const records = mapped.flatMap((one) => ('target' in one ? [planRecord(one)] : []));
  if (records.length === 0) {
    const [first] = problems.filter(({ code }) => code === 'unmapped' || code === 'unmatched');
    const why =
      first === undefined
        ? 'the folder holds no answer'
        : `of no sample the instance is known. ${first.message}`;
    throw new AppError('bad-input', `Cannot import the folder: ${why} "${job.dir}"`);
  }
  const written = await writePredictions({ system, records, out, signal });
  const all = [...problems, ...written.problems];
  return {
    system,
    out,
    records: records.length,
    files: written.files,
    accounts,
    ...listProblems(all),
  };
}

interface Read {
  readonly system: NativeSystem;
  readonly mapped: readonly Mapped[];
  readonly accounts: NativeAccounts;
  readonly problems: readonly NativeProblem[];
}

async function readJob(job: NativeJob, signal: AbortSignal): Promise<Read> {
  const { rule, targets } = job;
  const joinVideo = job.joinVideo && (await hasFfmpeg());
  const table = rule.kind === 'csv' ? await readMappingTable(rule.path) : new Map<string, string>();
  if (rule.kind === 'order' && targets === undefined) {
    const why = 'the order of the instances is not known. Name the dataset, or open its project';
    throw new AppError('bad-input', `Cannot map the samples by order: ${why}. "${job.dir}"`);
  }
  const folder = await listNativeFolder(job.dir);
  const reader = await chooseReader(folder, job.system);
  const reading = await reader.read(folder, { joinVideo, signal });
  const mapped = mapSamples(reading.samples, { rule, table, targets });
  const { accounts, problems } = account(folder, reading, mapped);
  if (targets === undefined) problems.unshift(noInput(job.dir));
  if (job.joinVideo && !joinVideo) problems.unshift(noFfmpeg(job.dir));
  return { system: reader.system, mapped, accounts, problems };
}

function noInput(dir: string): NativeProblem {
  const why = 'no dataset is named, so what the inputs hold is not known';
  const message = `Numbers begin at 1: ${why}. Name it where instances have inputs. "${dir}"`;
  return { code: 'no-input', severity: 'warning', file: dir, message };
}

function noFfmpeg(dir: string): NativeProblem {
  const why = 'joining them needs ffmpeg, and there is none on the PATH';
  const message = `Runs of pictures stay pictures: ${why}. Install it and look again. "${dir}"`;
  return { code: 'not-joined', severity: 'warning', file: dir, message };
}

function listProblems(problems: readonly NativeProblem[]) {
  const problemCounts: NativeReport['problemCounts'] = {};
  for (const { code } of problems) problemCounts[code] = (problemCounts[code] ?? 0) + 1;
  return { problems: problems.slice(0, LISTED_PROBLEMS), problemCounts };
}
