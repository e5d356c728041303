import { formatCount } from '../../components/score/format-score.ts';

/** A number of instances that opens them; nothing opens none. */
export function Count({ count, href }: { readonly count: number; readonly href: string }) {
  return count === 0 ? '0' : <a href={href}>{formatCount(count)}</a>;
}
