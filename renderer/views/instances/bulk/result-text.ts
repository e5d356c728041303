import { formatCounted } from '../../../components/score/format-score.ts';

/** What was said of how many, and of how many it was so already. */
export function resultText(
  {
    kind,
    isRemoved,
    changed,
    total,
    isUndone,
  }: {
    readonly kind: 'flag' | 'tag' | 'note';
    readonly isRemoved: boolean;
    readonly changed: number;
    readonly total: number;
    readonly isUndone: boolean;
  },
  tag: string | undefined,
): string {
  const what = kind === 'tag' ? `tag “${tag ?? ''}”` : kind;
  const instances = formatCounted(changed, 'instance');
  if (isUndone) return `Taken back: the ${what} of ${instances}.`;
  const rest = total - changed;
  const others =
    rest === 0 ? '' : ` ${formatCounted(rest, 'other')} had it${isRemoved ? ' not' : ' already'}.`;
  return isRemoved
    ? `The ${what} was taken away from ${instances}.${others}`
    : `${instances} given the ${what}.${others}`;
}
