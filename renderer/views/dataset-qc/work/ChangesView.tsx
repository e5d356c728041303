import { useMemo } from 'react';
import { LineDiff } from '../../../components/line-diff/LineDiff.tsx';
import { readableLines } from './readable-lines.ts';

/** What a revision changes in the record's text. */
export function ChangesView({
  before,
  after,
}: {
  readonly before: string;
  readonly after: string;
}) {
  const [a, b] = useMemo(() => [readableLines(before), readableLines(after)], [before, after]);
  return <LineDiff before={a} after={b} label="Changes against the original" />;
}
