// The words by which the instance was found, lit where they stand by the browser's own highlights:
// nothing of the text's elements is changed.
import { Search } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { parseFilter } from '../../../../shared/filter/parse.ts';
import { searchedTerms } from '../../../../shared/filter/searched-terms.ts';
import { HeaderSlot } from '../../../components/header-slot/HeaderSlot.tsx';
import { formatCounted } from '../../../components/score/format-score.ts';
import { useRoute } from '../../../stores/route-store.ts';
import { whenLaidOutAnew } from '../annotations/when-laid-out-anew.ts';
import type { Column } from '../columns.ts';
import { findHits } from './find-hits.ts';
import styles from './SearchHits.module.css';

const HITS = 'loupe-search';
const HERE = 'loupe-search-here';

/** Marks the search's words in task, reference and responses, and goes from one to the next. */
export function SearchHits({ columns }: { readonly columns: readonly Column[] }) {
  const search = useRoute((route) => route.filter.search) ?? '';
  const expression = useRoute((route) => route.filter.expression) ?? '';
  const terms = useMemo(() => termsOf(search, expression), [search, expression]);
  const [count, setCount] = useState(0);
  const [at, setAt] = useState<number>();
  const found = useRef<readonly Range[]>([]);
  useEffect(() => {
    if (terms.length === 0) return undefined;
    const draw = () => {
      const ids = columns.map(({ id }) => id);
      found.current = findHits(ids, terms);
      setCount(found.current.length);
      light(HITS, found.current);
    };
    return whenLaidOutAnew(draw, () => {
      for (const name of [HITS, HERE]) CSS.highlights?.delete(name);
      setAt(undefined);
    });
  }, [columns, terms]);
  if (terms.length === 0) return null;
  const words = terms.map((term) => term.words.join(' ')).join(' ');
  const goOn = () => {
    const next = at === undefined || at + 1 >= found.current.length ? 0 : at + 1;
    const range = found.current[next];
    if (range === undefined) return;
    setAt(next);
    light(HERE, [range]);
    range.startContainer.parentElement?.scrollIntoView({ block: 'center' });
  };
  const places = at === undefined ? formatCounted(count, 'place') : `${at + 1} of ${count}`;
  return (
    <HeaderSlot place="facts">
      <button
        type="button"
        className={styles.hits}
        disabled={count === 0}
        aria-label={`“${words}”: ${places} in the texts. Go to the next one`}
        data-tip={count === 0 ? 'Not in the texts that are shown' : 'Next place in the texts'}
        onClick={goOn}
      >
        <Search size={12} aria-hidden="true" />
        <span className={styles.words}>{words}</span>
        {at === undefined ? count : places}
      </button>
    </HeaderSlot>
  );
}

/** An expression with a slip of typing searches for nothing; the table says what is wrong with it. */
function termsOf(search: string, expression: string) {
  const parsed = expression.trim() === '' ? undefined : parseFilter(expression);
  return searchedTerms(search, parsed?.status === 'parsed' ? parsed.filter : undefined);
}

function light(name: string, ranges: readonly Range[]): void {
  // a browser without them says how many there are, and goes to them
  if (typeof Highlight === 'function') CSS.highlights?.set(name, new Highlight(...ranges));
}
