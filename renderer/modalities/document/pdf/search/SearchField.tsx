import { useEffect, type RefObject } from 'react';
import { ChevronDown, ChevronUp, Search } from 'lucide-react';
import { ToolButton, ToolText } from '../../../parts/ToolBar.tsx';
import styles from '../PdfView.module.css';

/** Types a query; Enter and Shift+Enter go from place to place, Esc ends the search. */
export function SearchField({
  field,
  value,
  onChange,
  status,
  onStep,
  onLeave,
}: {
  readonly field: RefObject<HTMLInputElement | null>;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly status: string;
  readonly onStep: (step: 1 | -1) => void;
  readonly onLeave: () => void;
}) {
  const isEmpty = value === '';
  useEffect(() => {
    if (isEmpty) return;
    // before the dialog hears it, which would close
    const onEscape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.target !== field.current) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      onLeave();
    };
    window.addEventListener('keydown', onEscape, { capture: true });
    return () => window.removeEventListener('keydown', onEscape, { capture: true });
  }, [field, isEmpty, onLeave]);
  return (
    <span className={styles.search} role="search">
      <Search size={13} aria-hidden="true" />
      <input
        ref={field}
        type="search"
        value={value}
        placeholder="Find in the document"
        aria-label="Find in the document"
        title="Find in the document (/)"
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          onStep(event.shiftKey ? -1 : 1);
          event.preventDefault();
          event.stopPropagation();
        }}
      />
      {!isEmpty && (
        <>
          <ToolText>
            <span role="status">{status}</span>
          </ToolText>
          <ToolButton
            label="Previous place"
            keys="Shift+Enter"
            icon={<ChevronUp size={14} />}
            onClick={() => onStep(-1)}
          />
          <ToolButton
            label="Next place"
            keys="Enter"
            icon={<ChevronDown size={14} />}
            onClick={() => onStep(1)}
          />
        </>
      )}
    </span>
  );
}
