import { locate, memberOf } from '../../../shared/record-text/locate.ts';
import type { QcFinding } from '../../../shared/model/quality-control.ts';

/** What only a record's text shows: entries that stand twice, of which a reader sees the last alone. */
export function lintText(text: string): QcFinding[] {
  const root = locate(text);
  return (['input', 'output'] as const).flatMap((side): QcFinding[] => {
    const modal = memberOf(memberOf(root, side)?.value, 'modal')?.value;
    if (modal?.kind !== 'object') return [];
    const keys = modal.members.map(({ key }) => key);
    const double = new Set(keys.filter((key, at) => keys.indexOf(key) !== at));
    return [...double].map((key) => ({
      kind: 'double-key',
      severity: 'warning',
      message: `"${key}" stands twice among the entries of the ${side}; only the last one is read.`,
    }));
  });
}
