import { InvalidArgumentError } from 'commander';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { EndpointMap } from '../../../../shared/model/endpoint.ts';

/** Reads the file of `--endpoints`: settings by role, keys by the names of environment variables. */
export function parseEndpointsFile(path: string): EndpointMap {
  const parsed = EndpointMap.safeParse(parseJson(readText(path), path));
  if (!parsed.success) throw invalid(z.prettifyError(parsed.error), path);
  const stored = Object.entries(parsed.data).find(([, one]) => one.apiKeyStored !== undefined);
  if (stored === undefined) return parsed.data;
  throw invalid(`"${stored[0]}" names a key store, and the command line has none`, path);
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw invalid(`it cannot be read, the system says ${why}`, path);
  }
}

function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw invalid(`it is no JSON: ${error instanceof Error ? error.message : ''}`, path);
  }
}

const invalid = (why: string, path: string) =>
  new InvalidArgumentError(`Cannot use the endpoints: ${why}. "${path}"`);
