import type OpenAI from 'openai';
import type { EndpointSettings } from '../../../../../shared/model/endpoint.ts';
import { EndpointDown, EndpointRefused } from '../../define.ts';
import { createClient } from '../create-client.ts';
import type { AskingTools, Lane } from '../lane.ts';
import { backOffMs } from '../patience.ts';
import { problemOf } from '../problem.ts';
import { requireKey } from '../require-key.ts';
import { scrubKeys } from '../scrub.ts';
import { createTransport } from '../transport.ts';

type Batch = OpenAI.Batch;

/** The vendor's files and batches. All reject with EndpointRefused, EndpointDown or the signal's reason. */
export interface BatchApi {
  /** @param mark  by which `find` finds it again */
  readonly create: (lines: string, mark: string, signal: AbortSignal) => Promise<Batch>;
  readonly get: (id: string, signal: AbortSignal) => Promise<Batch>;
  /** A batch that was made, but whose making was not noted. */
  readonly find: (mark: string, signal: AbortSignal) => Promise<Batch | undefined>;
  readonly download: (fileId: string, signal: AbortSignal) => Promise<string>;
}

/** Files are larger than replies, and slower. */
const MAX_FILE_BYTES = 256 * 2 ** 20;
const FILE_TIMEOUT_MS = 600_000;
/** So many of the newest are looked through. */
const MOST_LISTED = 200;
const MARK = 'unim_loupe';

export function createBatchApi(
  settings: EndpointSettings,
  lane: Lane,
  tools: AskingTools,
): BatchApi {
  const findKey = () => tools.keys.find(settings);
  const transport = createTransport({
    findKey,
    timeoutMs: FILE_TIMEOUT_MS,
    log: tools.log,
    maxBytes: MAX_FILE_BYTES,
  });
  let client: Promise<OpenAI> | undefined;
  const findClient = () => (client ??= createClient(settings.baseUrl, transport));
  const failWith = (Kind: typeof EndpointRefused | typeof EndpointDown) => (why: string) =>
    new Kind(
      `Cannot ask "${settings.model}" in batches: ${scrubKeys(why, findKey())}. An endpoint without ` +
        `a Batch API is asked singly (Settings → Endpoints). "${settings.baseUrl}"`,
    );
  const refuse = (why: string) => (lane.stopped ??= failWith(EndpointRefused)(why));

  async function patiently<T>(signal: AbortSignal, ask: () => Promise<T>): Promise<T> {
    for (let failures = 1; ; failures += 1) {
      if (lane.stopped !== undefined) throw lane.stopped;
      requireKey(settings, tools.keys, refuse);
      try {
        return await ask();
      } catch (error) {
        if (signal.aborted) throw signal.reason;
        const problem = problemOf(error, tools.clock());
        if (problem.kind !== 'passing') throw refuse(problem.why);
        if (failures >= tools.patience.attemptsWhenBusy) throw failWith(EndpointDown)(problem.why);
        const backOff = backOffMs(tools.patience, failures, tools.random);
        await tools.wait(Math.max(backOff, problem.afterMs ?? 0), signal);
      }
    }
  }

  return {
    async create(lines, mark, signal) {
      const client = await findClient();
      const lined = new File([lines], `${mark}.jsonl`);
      const file = await patiently(signal, () =>
        client.files.create({ file: lined, purpose: 'batch' }, { signal }),
      );
      let isFirst = true;
      return await patiently(signal, async () => {
        // a request whose reply was lost may have made it
        const made = isFirst ? undefined : await findMarked(client, mark, signal);
        isFirst = false;
        if (made !== undefined) return made;
        return await client.batches.create(
          {
            input_file_id: file.id,
            endpoint: '/v1/chat/completions',
            completion_window: '24h',
            metadata: { [MARK]: mark },
          },
          { signal, headers: { 'Idempotency-Key': mark } },
        );
      });
    },
    get: async (id, signal) => {
      const client = await findClient();
      return await patiently(signal, () => client.batches.retrieve(id, { signal }));
    },
    find: async (mark, signal) => {
      const client = await findClient();
      return await patiently(signal, () => findMarked(client, mark, signal));
    },
    download: async (fileId, signal) => {
      const client = await findClient();
      const read = async () => (await client.files.content(fileId, { signal })).text();
      return await patiently(signal, read);
    },
  };
}

async function findMarked(
  client: OpenAI,
  mark: string,
  signal: AbortSignal,
): Promise<Batch | undefined> {
  let looked = 0;
  for await (const batch of client.batches.list({ limit: 100 }, { signal })) {
    if (batch.metadata?.[MARK] === mark) return batch;
    looked += 1;
    if (looked >= MOST_LISTED) return undefined;
  }
  return undefined;
}
