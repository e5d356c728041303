import { InvalidArgumentError } from 'commander';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { ABLATIONS, AgentCommands, type Ablation } from '../../../../shared/model/agent.ts';
import type { EndpointMap } from '../../../../shared/model/endpoint.ts';
import type { InstanceFilter } from '../../../../shared/model/filter.ts';

/** What `unima` is told. */
export interface UnimaOptions {
  readonly project: string;
  readonly filter?: InstanceFilter;
  readonly ablate?: Ablation[];
  readonly out?: string;
  readonly model?: string;
  readonly endpoints?: EndpointMap;
  readonly commands?: AgentCommands;
  readonly concurrency?: number;
  readonly maxRounds?: number;
  readonly budget?: number;
  readonly label?: string;
  readonly allowMissing?: boolean;
  readonly resume?: boolean;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

/** One or several, parted by commas; the option may stand more than once. */
export function parseAblations(text: string, before: Ablation[] = []): Ablation[] {
  const named = text.split(',').map((name) => {
    const found = ABLATIONS.find((one) => one === name.trim().toLowerCase());
    if (found !== undefined) return found;
    throw new InvalidArgumentError(`It must be of ${ABLATIONS.join(', ')}.`);
  });
  return [...new Set([...before, ...named])];
}

export function parseRounds(text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 0 && value <= 20) return value;
  throw new InvalidArgumentError('It must be a whole number from 0 to 20.');
}

/** Reads the file of `--commands`: programs that make items, by kind. */
export function parseCommandsFile(path: string): AgentCommands {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(path, 'utf8').replace(/^\uFEFF/, ''));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new InvalidArgumentError(`Cannot use the commands: ${why}. "${path}"`);
  }
  const parsed = AgentCommands.safeParse(value);
  if (parsed.success) return parsed.data;
  const why = z.prettifyError(parsed.error);
  throw new InvalidArgumentError(`Cannot use the commands: ${why}. "${path}"`);
}
