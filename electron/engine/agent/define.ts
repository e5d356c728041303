// What a chain is told and what it is given to work with. The chain itself takes values and gives values:
// who is asked, what is on the disk and what is kept is decided behind `ChainHands` (`jobs/agent`).
import type { Ablation, AgentVerdict, ReportEntry } from '../../../shared/model/agent.ts';
import type { ModalityCounts } from '../../../shared/model/content.ts';
import type { RoleId } from '../../../shared/model/endpoint.ts';
import type { Prompt, PromptId } from '../../../shared/model/judge.ts';
import type { ModalityId } from '../../../shared/model/modality.ts';
import type { Question } from '../judges/define.ts';
import type { MadeFile, RunCode, ToolFailure, ToolRequest } from './tools/define.ts';

/** An item of the task. */
export interface TaskItem {
  readonly tag: string;
  readonly modality: ModalityId;
  /** Of the file, as the record gives it; absent for what stands in the record itself. */
  readonly file?: string | undefined;
}

/** What a chain is about. */
export interface ChainTask {
  readonly key: string;
  readonly content: string;
  readonly items: readonly TaskItem[];
  readonly model: string;
  readonly label?: string | undefined;
  readonly maxRounds: number;
  readonly ablate: readonly Ablation[];
}

/** What an answer cost. */
export interface Spent {
  readonly tokensIn: number;
  readonly tokensOut: number;
  /** US dollars; undefined where it has no price. */
  readonly costUsd: number | undefined;
  readonly isFromCache: boolean;
}

export const NOTHING_SPENT: Spent = {
  tokensIn: 0,
  tokensOut: 0,
  costUsd: 0,
  isFromCache: false,
};

/** What came of a question, with what it cost. */
export type Asked<T> = Spent & { readonly isRepaired: boolean } & (
    | { readonly status: 'answered'; readonly value: T; readonly rawReply: string }
    | {
        readonly status: 'failed';
        readonly code: string;
        readonly message: string;
        readonly rawReply: string | undefined;
      }
  );

/** A way to make items of one modality. */
export interface Maker {
  /** As reports name it. */
  readonly id: string;
  readonly modality: ModalityId;
  /** For the model. */
  readonly description: string;
  /** True where it makes whatever of its modality can be asked for. */
  readonly isGeneral: boolean;
  readonly role?: RoleId | undefined;
  readonly model?: string | undefined;
  /** @param dir  an empty folder for one file */
  readonly make: (
    request: ToolRequest,
    dir: string,
    signal: AbortSignal,
  ) => Promise<(MadeFile | ToolFailure) & { readonly spent?: Spent | undefined }>;
}

/** An item as its captioner gets it, or why there is none. */
export type CaptionQuestion =
  | { readonly kind: 'ask'; readonly question: Question<string>; readonly prompt: Prompt }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'none'; readonly message: string };

/** What a chain works with. Everything that it does passes through here. */
export interface ChainHands {
  readonly promptOf: (id: PromptId) => Prompt;
  /** @throws EndpointRefused, EndpointDown, BudgetReached; rejects with the signal's reason */
  readonly ask: <T>(question: Question<T>) => Promise<Asked<T>>;
  readonly modelOf: (role: RoleId) => string | undefined;
  /** @param isForTask  false: a caption that knows nothing of the task */
  readonly captionOf: (
    item: TaskItem,
    task: string,
    isForTask: boolean,
  ) => Promise<CaptionQuestion>;
  /** The text of an item that holds some, for code to work on. */
  readonly textOf: (item: TaskItem) => Promise<string | undefined>;
  readonly makers: readonly Maker[];
  readonly runCode: RunCode;
  /** Takes over a file that was made. @returns what stands in the prediction */
  readonly keepFile: (entry: ReportEntry, dir: string, fileName: string) => Promise<string>;
  readonly isKept: (value: string) => boolean;
  /** A new empty folder; removed when the chain is over. */
  readonly makeDir: () => Promise<string>;
  /** Which of several answers to the same question is asked for, from 0. */
  readonly repeat: number;
  readonly signal: AbortSignal;
}

/** What the answer must contain, and where its numbers begin. */
export interface Demands {
  readonly required: ModalityCounts;
  /** First number of each modality. */
  readonly numbers: Readonly<Partial<Record<ModalityId, number>>>;
  readonly inputTags: readonly string[];
}

/** What came of a chain. */
export interface ChainResult {
  readonly verdict: AgentVerdict;
  readonly reason?: string | undefined;
  /** Absent when it failed. */
  readonly prediction?:
    { readonly content: string; readonly modal: Readonly<Record<string, string>> } | undefined;
  readonly counts: ModalityCounts;
  readonly rounds: number;
  readonly missing: readonly string[];
  readonly tokensIn: number;
  readonly tokensOut: number;
  readonly costUsd: number | undefined;
  readonly seconds: number;
}

/** A step that gave nothing; its end stands in the trace. */
export class StepFailed extends Error {
  readonly node: string;
  constructor(node: string, message: string) {
    super(message);
    this.node = node;
  }
}
