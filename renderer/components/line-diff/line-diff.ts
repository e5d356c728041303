/** A line of a comparison: in both, only before, or only after; `gap` stands for lines in both. */
export type DiffLine =
  | { readonly kind: 'same' | 'out' | 'in'; readonly text: string }
  | { readonly kind: 'gap'; readonly count: number };

type Compared = Exclude<DiffLine, { kind: 'gap' }>;

/** Above this many cells of the table the changed middle is told as replaced as a whole. */
const MOST_CELLS = 4_000_000;

/** Lines of two texts beside each other, with the fewest changes. */
export function diffLines(before: string, after: string): readonly Compared[] {
  const a = linesOf(before);
  const b = linesOf(after);
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (
    end < Math.min(a.length, b.length) - start &&
    a[a.length - 1 - end] === b[b.length - 1 - end]
  )
    end += 1;
  const same = (lines: readonly string[]) => lines.map((text) => ({ kind: 'same', text }) as const);
  return [
    ...same(a.slice(0, start)),
    ...diffMiddle(a.slice(start, a.length - end), b.slice(start, b.length - end)),
    ...same(a.slice(a.length - end)),
  ];
}

/** A text that is not there has no line, not an empty one. */
function linesOf(text: string): readonly string[] {
  return text === '' ? [] : text.split('\n');
}

function diffMiddle(a: readonly string[], b: readonly string[]): Compared[] {
  if (a.length * b.length > MOST_CELLS || a.length === 0 || b.length === 0)
    return [
      ...a.map((text) => ({ kind: 'out', text }) as const),
      ...b.map((text) => ({ kind: 'in', text }) as const),
    ];
  const width = b.length + 1;
  const common = new Uint32Array((a.length + 1) * width); // longest common part from (i, j) on
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      common[i * width + j] =
        a[i] === b[j]
          ? 1 + (common[(i + 1) * width + j + 1] ?? 0)
          : Math.max(common[(i + 1) * width + j] ?? 0, common[i * width + j + 1] ?? 0);
  const lines: Compared[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    const [left, right] = [a[i], b[j]];
    if (left !== undefined && left === right) {
      lines.push({ kind: 'same', text: left });
      i += 1;
      j += 1;
    } else if (
      left !== undefined &&
      (right === undefined ||
        (common[(i + 1) * width + j] ?? 0) >= (common[i * width + j + 1] ?? 0))
    ) {
      lines.push({ kind: 'out', text: left });
      i += 1;
    } else {
      lines.push({ kind: 'in', text: right ?? '' });
      j += 1;
    }
  }
  return lines;
}

/** The changes with `context` lines around them; longer stretches in both become a gap. */
export function foldSame(lines: readonly Compared[], context: number): readonly DiffLine[] {
  const isNear = lines.map((_, at) =>
    lines.slice(Math.max(0, at - context), at + context + 1).some((line) => line.kind !== 'same'),
  );
  const folded: DiffLine[] = [];
  lines.forEach((line, at) => {
    if (isNear[at] === true) folded.push(line);
    else {
      const last = folded.at(-1);
      if (last?.kind === 'gap') folded[folded.length - 1] = { kind: 'gap', count: last.count + 1 };
      else folded.push({ kind: 'gap', count: 1 });
    }
  });
  return folded;
}
