import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import type { MadeFile, ToolFailure } from './define.ts';

/** Writes what was made beside the prediction, under the tag's name. */
export async function writeMade(
  dir: string,
  tag: string,
  extension: string,
  bytes: Uint8Array | string,
  inline?: string,
): Promise<MadeFile | ToolFailure> {
  const data = typeof bytes === 'string' ? Buffer.from(bytes) : bytes;
  if (data.length === 0) {
    return { status: 'failed', code: 'empty', message: `Nothing came of the order of "${tag}".` };
  }
  const fileName = `${tag.replace(/[^\w-]/g, '_').slice(0, 60)}.${extension}`;
  await writeFile(join(dir, fileName), data);
  return {
    status: 'made',
    fileName,
    sizeBytes: data.length,
    ...(inline !== undefined && { inline }),
  };
}

/** An order that no further try could carry out. */
export function badOrder(message: string): ToolFailure {
  return { status: 'failed', code: 'bad-order', message };
}

/** Reads an order's `data`, or says to the model what is wrong with it and where. */
export function readData<T>(
  schema: z.ZodType<T>,
  data: unknown,
  what: string,
): { readonly status: 'read'; readonly value: T } | ToolFailure {
  const read = schema.safeParse(data);
  if (read.success) return { status: 'read', value: read.data };
  const why = read.error.issues.slice(0, 5).map((issue) => said(issue, []));
  return badOrder(`The data of the order are no ${what}. ${why.join('; ')}`);
}

type Issue = z.core.$ZodIssue;

/** Of forms that are all refused, what keeps the first one that was meant from being read. */
function said(issue: Issue, outer: readonly PropertyKey[]): string {
  const path = [...outer, ...issue.path];
  if (issue.code === 'invalid_union') {
    const meant = issue.errors.toSorted((a, b) => depthOf(b) - depthOf(a))[0]?.[0];
    if (meant !== undefined) return said(meant, path);
  }
  return `"data${path.map((part) => `.${String(part)}`).join('')}": ${issue.message}`;
}

const depthOf = (issues: readonly Issue[]) =>
  Math.max(0, ...issues.map(({ path, code }) => path.length + Number(code === 'invalid_union')));
