import { CircleQuestionMark, ListFilter, X } from 'lucide-react';
import { useRef } from 'react';
import { IconButton } from '../../../components/button/IconButton.tsx';
import { Kbd } from '../../../components/kbd/Kbd.tsx';
import { Popover } from '../../../components/popover/Popover.tsx';
import { useAction } from '../../../hooks/use-action.ts';
import { CompletionList, optionId } from './CompletionList.tsx';
import { partsAround } from './edit-text.ts';
import styles from './ExpressionBox.module.css';
import { ExpressionHelp } from './ExpressionHelp.tsx';
import type { ExpressionState } from './use-expression.ts';

const LIST_ID = 'expression-completions';

/** A filter that is typed: completed while typing, and marked where it is wrong. */
export function ExpressionBox({ state }: { readonly state: ExpressionState }) {
  const { text, problem, completions, active, isOpen } = state;
  const { input } = state;
  const mirror = useRef<HTMLDivElement>(null);
  useAction('filter.expression', () => {
    input.current?.focus();
    input.current?.select();
  });
  const followScroll = () => {
    if (mirror.current !== null && input.current !== null)
      mirror.current.scrollLeft = input.current.scrollLeft;
  };
  return (
    <div className={styles.box} data-wrong={problem !== undefined || undefined}>
      <ListFilter size={14} aria-hidden="true" />
      <div className={styles.field}>
        {problem !== undefined && <Mirror ref={mirror} text={text} problem={problem} />}
        <input
          ref={input}
          type="text"
          className={styles.input}
          role="combobox"
          aria-label="Filter expression"
          aria-expanded={isOpen}
          aria-controls={LIST_ID}
          aria-autocomplete="list"
          aria-activedescendant={isOpen && active >= 0 ? optionId(LIST_ID, active) : undefined}
          aria-invalid={problem !== undefined || undefined}
          aria-errormessage={problem === undefined ? undefined : 'expression-problem'}
          placeholder='Filter, e.g. SC("A") < 0.5 and output has audio'
          autoComplete="off"
          spellCheck={false}
          value={text}
          onChange={(event) => state.onType(event.target.value, event.target.selectionStart)}
          onSelect={(event) => state.onCaret(event.currentTarget.selectionStart)}
          onKeyDown={state.onKeyDown}
          onScroll={followScroll}
          onFocus={state.onFocus}
          onBlur={state.onBlur}
        />
        {isOpen && (
          <CompletionList
            id={LIST_ID}
            options={completions.options}
            active={active}
            onChoose={state.accept}
          />
        )}
      </div>
      {text === '' ? (
        <Kbd keys="e" />
      ) : (
        <IconButton
          label="Clear the expression"
          className={styles.small ?? ''}
          onClick={state.clear}
        >
          <X size={13} />
        </IconButton>
      )}
      <Popover
        label="How to write a filter"
        align="end"
        trigger={
          <IconButton label="How to write a filter" className={styles.small ?? ''}>
            <CircleQuestionMark size={13} />
          </IconButton>
        }
      >
        <ExpressionHelp />
      </Popover>
    </div>
  );
}

/** The same text behind the field, with what is wrong underlined. */
function Mirror({
  ref,
  text,
  problem,
}: {
  readonly ref: React.Ref<HTMLDivElement>;
  readonly text: string;
  readonly problem: NonNullable<ExpressionState['problem']>;
}) {
  const [before, wrong, after] = partsAround(text, problem);
  return (
    <div ref={ref} className={styles.mirror} aria-hidden="true">
      {before}
      <u>{wrong}</u>
      {after}
    </div>
  );
}
