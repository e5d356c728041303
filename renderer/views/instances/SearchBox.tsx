import { CircleQuestionMark, Search, X } from 'lucide-react';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { IconButton } from '../../components/button/IconButton.tsx';
import { Kbd } from '../../components/kbd/Kbd.tsx';
import { Popover } from '../../components/popover/Popover.tsx';
import { useAction } from '../../hooks/use-action.ts';
import { setSearch } from '../../stores/filter-edit.ts';
import { currentRoute, navigate, useRoute } from '../../stores/route-store.ts';
import styles from './SearchBox.module.css';
import { SearchHelp } from './SearchHelp.tsx';

const DEBOUNCE_MS = 80;

/** Full-text search while typing; what is typed stands in the address a moment later. */
export function SearchBox() {
  const applied = useRoute((route) => route.filter.search) ?? '';
  const [typed, setTyped] = useState<string>();
  const input = useRef<HTMLInputElement>(null);
  const text = typed ?? applied;

  useEffect(() => {
    if (typed === undefined) return undefined;
    const timer = setTimeout(() => {
      apply(typed);
      // from here on the address says what is searched for: back and a removed chip change the box
      setTyped(undefined);
    }, DEBOUNCE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  useAction('search.focus', () => {
    input.current?.focus();
    input.current?.select();
  });

  const clear = () => {
    setTyped(undefined);
    apply('');
    input.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.preventDefault();
      if (text === '') input.current?.blur();
      else clear();
    }
    if (event.key === 'Enter' || event.key === 'ArrowDown') {
      event.preventDefault();
      document.querySelector<HTMLElement>('[role="grid"]')?.focus();
    }
  };
  return (
    <div className={styles.box} role="search">
      <Search size={14} aria-hidden="true" />
      <input
        ref={input}
        type="text"
        className={styles.input}
        value={text}
        placeholder="Search task, reference, responses, captions"
        aria-label="Search task, reference, responses and captions"
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={onKeyDown}
      />
      {text === '' ? (
        <Kbd keys="/" />
      ) : (
        <IconButton label="Clear the search" className={styles.small ?? ''} onClick={clear}>
          <X size={13} />
        </IconButton>
      )}
      <Popover
        label="How to search"
        trigger={
          <IconButton label="How to search" className={styles.small ?? ''}>
            <CircleQuestionMark size={13} />
          </IconButton>
        }
      >
        <SearchHelp />
      </Popover>
    </div>
  );
}

function apply(search: string): void {
  const { filter } = currentRoute();
  if ((filter.search ?? '') !== search)
    navigate({ filter: setSearch(filter, search) }, { replace: true });
}
