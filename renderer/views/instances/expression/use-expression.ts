import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { flushSync } from 'react-dom';
import type { FilterProblem } from '../../../../shared/filter/ast.ts';
import { completeFilter, type Completions } from '../../../../shared/filter/complete.ts';
import { parseFilter } from '../../../../shared/filter/parse.ts';
import type { FilterVocabulary } from '../../../../shared/model/filter-vocabulary.ts';
import { setExpression } from '../../../stores/filter-edit.ts';
import { currentRoute, navigate, useRoute } from '../../../stores/route-store.ts';
import { useVocabulary, wantVocabulary } from '../../../stores/vocabulary-store.ts';
import { acceptCompletion, acceptSuggestion, type EditedText } from './edit-text.ts';
import { keyAction } from './key-action.ts';

/** What is half typed is neither applied nor called wrong. */
const PAUSE_MS = 350;
const noCompletions: Completions = { from: 0, to: 0, options: [] };

export interface ExpressionState {
  readonly input: React.RefObject<HTMLInputElement | null>;
  readonly text: string;
  /** Why it cannot be read, and where; undefined while it is being typed. */
  readonly problem: FilterProblem | undefined;
  readonly completions: Completions;
  /** Index of the completion that Enter takes; -1 for none. */
  readonly active: number;
  readonly isOpen: boolean;
  readonly onType: (text: string, caret: number | null) => void;
  readonly onCaret: (caret: number | null) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onFocus: () => void;
  readonly onBlur: () => void;
  readonly accept: (index: number) => void;
  readonly acceptSuggestion: () => void;
  readonly clear: () => void;
}

function problemOf(text: string, vocabulary: FilterVocabulary | undefined) {
  const parsed = parseFilter(text, vocabulary);
  return parsed.status === 'bad' ? parsed.problem : undefined;
}

function apply(text: string): void {
  const { filter } = currentRoute();
  if ((filter.expression ?? '') !== text.trim()) navigate({ filter: setExpression(filter, text) });
}

/** The filter expression as it is typed; what can be read stands in the address a moment later. */
export function useExpression(): ExpressionState {
  const applied = useRoute((route) => route.filter.expression) ?? '';
  const vocabulary = useVocabulary();
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState<string>();
  const [caret, setCaret] = useState(0);
  const [isSettled, setSettled] = useState(true);
  const [isListWanted, setListWanted] = useState(false);
  const [active, setActive] = useState(-1);
  const text = typed ?? applied;

  useEffect(() => {
    if (applied !== '') wantVocabulary();
  }, [applied]);
  const settle = (settled: string) => {
    setSettled(true);
    // names cannot be checked yet; it is done when they can
    if (vocabulary === undefined && settled.trim() !== '') return;
    if (problemOf(settled, vocabulary) !== undefined) return;
    apply(settled);
    // from here on the address says what is filtered: back and a removed chip change the field
    if (document.activeElement !== input.current) setTyped(undefined);
  };
  const settleLatest = useRef(settle);
  useEffect(() => {
    settleLatest.current = settle;
  });
  useEffect(() => {
    if (typed === undefined || isSettled) return undefined;
    const timer = setTimeout(() => settleLatest.current(typed), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed, isSettled]);
  useEffect(() => {
    if (vocabulary !== undefined && isSettled && typed !== undefined) settleLatest.current(typed);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- when the names come; the rest settles by itself
  }, [vocabulary]);
  // the address went elsewhere: what was typed before is of no meaning
  const lastApplied = useRef(applied);
  useEffect(() => {
    if (lastApplied.current === applied) return;
    lastApplied.current = applied;
    setTyped((before) => (before?.trim() === applied ? before : undefined));
  }, [applied]);

  const found = useMemo(
    () => (isSettled && text !== '' ? problemOf(text, vocabulary) : undefined),
    [isSettled, text, vocabulary],
  );
  const completions = useMemo(
    () =>
      isListWanted && vocabulary !== undefined
        ? completeFilter(text, Math.min(caret, text.length), vocabulary)
        : noCompletions,
    [isListWanted, text, caret, vocabulary],
  );
  const isOpen = isListWanted && completions.options.length > 0;
  // what ends in the middle of a word is not called wrong while its completions are there
  const isHalfTyped =
    isOpen && found !== undefined && found.position + found.length >= text.trimEnd().length;
  const problem = isHalfTyped ? undefined : found;

  const edit = ({ text: next, caret: at }: EditedText, isDone = false) => {
    // the caret is set in the text as it then stands
    flushSync(() => {
      setTyped(next);
      setCaret(at);
      setActive(-1);
      setSettled(isDone);
      setListWanted(!isDone);
    });
    input.current?.focus();
    input.current?.setSelectionRange(at, at);
    if (isDone) settle(next);
  };
  const accept = (index: number) => {
    const option = completions.options[index];
    if (option !== undefined) edit(acceptCompletion(text, completions, option));
  };
  const clear = () => {
    edit({ text: '', caret: 0 }, true);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const action = keyAction(event, {
      isEmpty: text === '',
      isOpen,
      options: completions.options.length,
      active,
      hasPart: completions.from < completions.to,
    });
    if (action === undefined) return;
    event.preventDefault();
    switch (action.kind) {
      case 'choose':
        return setActive(action.index);
      case 'accept':
        return accept(action.index);
      case 'open':
        return setListWanted(true);
      case 'close':
        return setListWanted(false);
      case 'clear':
        return clear();
      case 'leave':
        return input.current?.blur();
      case 'apply':
        setListWanted(false);
        return settle(text);
    }
  };
  return {
    input,
    text,
    problem,
    completions,
    active,
    isOpen,
    onType(next, at) {
      setTyped(next);
      setCaret(at ?? next.length);
      setActive(-1);
      setSettled(false);
      setListWanted(true);
    },
    onCaret: (at) => setCaret(at ?? text.length),
    onKeyDown,
    onFocus() {
      wantVocabulary();
      if (text === '') setListWanted(true);
    },
    onBlur() {
      setListWanted(false);
      if (typed !== undefined) settle(typed);
    },
    accept,
    acceptSuggestion() {
      if (problem?.suggestion !== undefined)
        edit(acceptSuggestion(text, problem, problem.suggestion), true);
    },
    clear,
  };
}
