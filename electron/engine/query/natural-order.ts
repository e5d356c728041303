import { FIELD_IDS } from '../../../shared/model/dataset.ts';
import type { StoredInstance } from '../db/instances.ts';

type KeyParts = Pick<StoredInstance, 'field' | 'subdomain' | 'recordId' | 'ordinal'>;

/**
 * The order in which instances are listed by key: fields as the paper has them, then subdomain, then
 * the id, by number where it is one, then the ordinal.
 */
export function compareKeys(a: KeyParts, b: KeyParts): number {
  return (
    fieldRank(a.field) - fieldRank(b.field) ||
    compareText(a.field, b.field) ||
    compareText(a.subdomain, b.subdomain) ||
    compareIds(a.recordId, b.recordId) ||
    a.ordinal - b.ordinal
  );
}

const ranks = new Map<string, number>(FIELD_IDS.map((field, index) => [field, index]));
const fieldRank = (field: string) => ranks.get(field) ?? ranks.size;

/** By UTF-16 units: the same on every machine, unlike a locale's order. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function compareIds(a: string, b: string): number {
  const first = numberOf(a);
  const second = numberOf(b);
  if (first !== undefined && second !== undefined) return first - second || compareText(a, b);
  if (first !== undefined) return -1;
  return second !== undefined ? 1 : compareText(a, b);
}

function numberOf(id: string): number | undefined {
  const number = Number(id);
  return id.trim() === '' || Number.isNaN(number) ? undefined : number;
}
