// What makes items without a model, and what runs code: values in, files out. Nothing here sees the
// database or the network.
import type { ModalityId } from '../../../../shared/model/modality.ts';
import type { ChartSpec } from './chart/chart-spec.ts';

/** What a report orders for one tag. */
export interface ToolRequest {
  /** E.g. `document2`. */
  readonly tag: string;
  /** What is to be made, in words. */
  readonly prompt: string;
  /** The text itself, of documents and code. */
  readonly content?: string | undefined;
  /** What charts, tables, scenes and sounds are made of: parsed JSON of unknown shape. */
  readonly data?: unknown;
}

export interface MadeFile {
  readonly status: 'made';
  /** Base name of the file that was written into the folder; its extension is kept. */
  readonly fileName: string;
  readonly sizeBytes: number;
  /** What stands in the prediction in the place of the path: code always does. */
  readonly inline?: string | undefined;
}

export interface ToolFailure {
  readonly status: 'failed';
  /** `bad-order`: the request cannot be carried out as it is; another try would not help. */
  readonly code: 'bad-order' | 'empty' | 'failed' | 'timeout';
  /** A sentence for people and for the model. */
  readonly message: string;
}

/** Makes items of one modality on this machine. */
export interface LocalTool {
  /** As reports name it, e.g. `document.pdf`, `chart`, `scene`. */
  readonly id: string;
  readonly modality: ModalityId;
  /** For the model: what it makes, and what it needs in `content` and `data`. */
  readonly description: string;
  /** True where it makes whatever of its modality can be asked for; a chart is not every image. */
  readonly isGeneral: boolean;
  /**
   * @param dir  an empty folder to write one file into
   * @param signal  rejects with its reason when aborted
   */
  readonly make: (
    request: ToolRequest,
    dir: string,
    signal: AbortSignal,
  ) => Promise<MadeFile | ToolFailure>;
}

/** Data that code works on, by the tag of the task's item. */
export interface CodeInput {
  readonly name: string;
  readonly text: string;
}

export interface CodeLimits {
  readonly timeMs: number;
  readonly memoryBytes: number;
  /** Characters of output that are kept. */
  readonly outputLength: number;
}

export const CODE_LIMITS: CodeLimits = {
  timeMs: 10_000,
  memoryBytes: 256 * 2 ** 20,
  outputLength: 20_000,
};

/** A table that a program has laid before the reader. */
export interface CodeTable {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number | boolean | null)[])[];
}

/** What became of a program. */
export type CodeResult =
  | {
      readonly status: 'ran';
      /** What it printed. */
      readonly output: string;
      /** What it returned, as JSON gives it back; undefined where it returned nothing. */
      readonly value: unknown;
      readonly tables: readonly CodeTable[];
      /** What it asks to be drawn: the `data` of an order for the tool `chart`. */
      readonly charts: readonly ChartSpec[];
      readonly durationMs: number;
    }
  | {
      readonly status: 'failed';
      readonly code: 'error' | 'timeout' | 'memory' | 'output';
      /** A sentence; of an error its message and line. */
      readonly message: string;
      readonly output: string;
      readonly durationMs: number;
    };

/**
 * Runs JavaScript without files, network or process, within the limits.
 *
 * @param source  body of an async function that gets `inputs` (name → text), `data` (name → rows of a CSV as
 *   objects, or what its JSON holds), `print(...values)`, `table(title, rows)` and `chart(spec)`, and may
 *   `return` a value that JSON can hold
 * @throws the signal's reason when it is aborted
 */
export type RunCode = (
  source: string,
  inputs: readonly CodeInput[],
  limits: CodeLimits,
  signal: AbortSignal,
) => Promise<CodeResult>;
