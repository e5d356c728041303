// Files and batches as the vendor has them: JSON lines up, a batch over them, JSON lines down.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ChatRequest, Reaction } from './define.ts';
import { readBody, sendJson } from './http.ts';
import { completionOf } from './send-reaction.ts';

interface Batch {
  readonly id: string;
  readonly object: 'batch';
  readonly endpoint: string;
  readonly input_file_id: string;
  readonly completion_window: string;
  readonly metadata: Readonly<Record<string, string>> | null;
  readonly created_at: number;
  status: string;
  output_file_id?: string;
  error_file_id?: string;
  errors?: object;
  request_counts: { total: number; completed: number; failed: number };
}

interface Line {
  readonly custom_id: string;
  readonly body: unknown;
}

export interface BatchRoutesOptions {
  readonly onBatch: (size: number) => void;
  readonly answer: (
    body: unknown,
  ) => Promise<{ readonly request: ChatRequest; readonly reaction: Reaction }>;
}

/** What a test does with batches; they are worked on at once when nothing is said. */
export interface BatchControl {
  /** Batches made from now on rest. */
  readonly hold: () => void;
  /** Those that rest are worked on, as are all made from now on. */
  readonly release: () => void;
  /** Those that rest run out of time, unanswered; all made from now on are worked on. */
  readonly expire: () => void;
  /** Those that rest are not taken. */
  readonly fail: (why: string) => void;
  /** Status of every batch, in order. */
  readonly statuses: () => string[];
}

export interface BatchRoutes {
  /** @returns false when the path is none of ours */
  readonly route: (
    path: string,
    request: IncomingMessage,
    response: ServerResponse,
  ) => Promise<boolean>;
  readonly control: BatchControl;
}

export function createBatchRoutes({ onBatch, answer }: BatchRoutesOptions): BatchRoutes {
  const files = new Map<string, string>();
  const batches = new Map<string, Batch>();
  let held: Batch[] | undefined;

  function keep(text: string): string {
    const id = `file-${files.size + 1}`;
    files.set(id, text);
    return id;
  }

  async function work(batch: Batch): Promise<void> {
    const lines = linesOf(files.get(batch.input_file_id) ?? '');
    const good: string[] = [];
    const bad: string[] = [];
    batch.status = 'in_progress';
    for (const { custom_id, body } of lines) {
      const { request, reaction } = await answer(body);
      const isReply = reaction.kind === 'reply';
      const status = reaction.kind === 'status' ? reaction.status : 200;
      const wire = isReply
        ? completionOf(request, reaction)
        : ((reaction.kind === 'status' ? reaction.body : undefined) ?? {
            error: { message: 'no' },
          });
      const line = { id: `r-${custom_id}`, custom_id, error: null };
      const response = { status_code: status, request_id: 'r', body: wire };
      const text = JSON.stringify({ ...line, response });
      if (isReply)
        good.push(text, text); // a line may be delivered twice
      else bad.push(text);
      batch.request_counts[isReply ? 'completed' : 'failed'] += 1;
    }
    if (batch.status !== 'in_progress') return; // it was cancelled meanwhile
    if (good.length > 0) batch.output_file_id = keep(`${good.join('\n')}\n`);
    if (bad.length > 0) batch.error_file_id = keep(`${bad.join('\n')}\n`);
    batch.status = 'completed';
  }

  function letGo(): Batch[] {
    const waiting = held ?? [];
    held = undefined;
    return waiting;
  }

  function expire(batch: Batch): void {
    const lines = linesOf(files.get(batch.input_file_id) ?? '').map(({ custom_id }) =>
      JSON.stringify({ id: `r-${custom_id}`, custom_id, error: { code: 'batch_expired' } }),
    );
    batch.error_file_id = keep(`${lines.join('\n')}\n`);
    batch.status = 'expired';
  }

  async function create(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { endpoint, input_file_id, completion_window, metadata } = JSON.parse(
      (await readBody(request)).toString('utf8'),
    ) as Partial<Batch> & Pick<Batch, 'endpoint' | 'input_file_id' | 'completion_window'>; // as sent
    const total = linesOf(files.get(input_file_id) ?? '').length;
    const batch: Batch = {
      id: `batch_${batches.size + 1}`,
      object: 'batch',
      endpoint,
      input_file_id,
      completion_window,
      metadata: metadata ?? null,
      created_at: 1_767_225_600,
      status: 'validating',
      request_counts: { total, completed: 0, failed: 0 },
    };
    batches.set(batch.id, batch);
    onBatch(total);
    sendJson(response, 200, batch);
    if (held === undefined) void work(batch);
    else held.push(batch);
  }

  return {
    control: {
      hold: () => void (held ??= []),
      release: () => {
        for (const batch of letGo()) void work(batch);
      },
      expire: () => {
        for (const batch of letGo()) expire(batch);
      },
      fail: (message) => {
        for (const batch of letGo()) {
          batch.errors = { object: 'list', data: [{ code: 'token_limit_exceeded', message }] };
          batch.status = 'failed';
        }
      },
      statuses: () => [...batches.values()].map(({ status }) => status),
    },
    async route(path, request, response) {
      if (path === '/v1/files' && request.method === 'POST') {
        const form = await new Response(new Uint8Array(await readBody(request)), {
          headers: { 'content-type': request.headers['content-type'] ?? '' },
        }).formData();
        const file = form.get('file');
        const text = file instanceof Blob ? await file.text() : '';
        sendJson(response, 200, { id: keep(text), object: 'file', bytes: text.length });
        return true;
      }
      const content = /^\/v1\/files\/([^/]+)\/content$/.exec(path)?.[1];
      if (content !== undefined) {
        response.writeHead(200, { 'content-type': 'application/octet-stream' });
        response.end(files.get(content) ?? '');
        return true;
      }
      if (path === '/v1/batches' && request.method === 'GET') {
        const data = [...batches.values()].reverse();
        sendJson(response, 200, { object: 'list', data, has_more: false });
        return true;
      }
      if (path === '/v1/batches' && request.method === 'POST') {
        await create(request, response);
        return true;
      }
      const [, id, cancel] = /^\/v1\/batches\/([^/]+)(\/cancel)?$/.exec(path) ?? [];
      if (id === undefined) return false;
      const batch = batches.get(id);
      if (batch !== undefined && cancel !== undefined) batch.status = 'cancelled';
      if (batch === undefined) sendJson(response, 404, { error: { message: 'No such batch.' } });
      else sendJson(response, 200, batch);
      return true;
    },
  };
}

function linesOf(text: string): Line[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Line); // as the client sends it
}
