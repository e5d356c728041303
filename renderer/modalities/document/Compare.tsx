// Documents beside each other: pages, cells or pictures where all are of one kind, else their texts.
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { FileText, StickyNote } from 'lucide-react';
import { mediaKey } from '../code/Compare.tsx';
import { TextCompare } from '../code/diff/TextCompare.tsx';
import { noFile } from '../code/load-text.ts';
import type { CompareEntry, ModalityCompareProps } from '../define.ts';
import { useNewGoal } from '../parts/marks/use-goal.ts';
import { ToolButton } from '../parts/ToolBar.tsx';
import { loadDocumentText } from './document-text.ts';
import { documentKind, type DocumentKind } from './kind.ts';
import styles from './View.module.css';

const PdfCompare = lazy(() =>
  import('./pdf/compare/PdfCompare.tsx').then((m) => ({ default: m.PdfCompare })),
);
const SheetCompare = lazy(() =>
  import('./table/compare/SheetCompare.tsx').then((m) => ({ default: m.SheetCompare })),
);
const PictureCompare = lazy(() =>
  import('../image/Compare.tsx').then((m) => ({ default: m.Compare })),
);

export function Compare(props: ModalityCompareProps) {
  const [isAsText, setAsText] = useState(false);
  const kind = commonKind(props.entries);
  const hasOwn = kind === 'pdf' || kind === 'table';
  // in a text there are no pages
  if (useNewGoal(props.goal) !== undefined && isAsText) setAsText(false);
  const choice = hasOwn && (
    <ToolButton
      label={isAsText ? (kind === 'pdf' ? 'Compare pages' : 'Compare cells') : 'Compare as text'}
      icon={isAsText ? <StickyNote size={14} /> : <FileText size={14} />}
      text={isAsText ? (kind === 'pdf' ? 'pages' : 'cells') : 'text'}
      onClick={() => setAsText(!isAsText)}
    />
  );
  return (
    <Suspense fallback={<div className={styles.waiting} data-size="full" />}>
      {isAsText || (!hasOwn && kind !== 'image') ? (
        <DocumentTexts {...props} tools={choice} />
      ) : kind === 'pdf' ? (
        <PdfCompare {...props} tools={choice} />
      ) : kind === 'table' ? (
        <SheetCompare {...props} tools={choice} />
      ) : (
        <PictureCompare {...props} />
      )}
    </Suspense>
  );
}

function DocumentTexts({
  entries,
  services,
  tools,
}: ModalityCompareProps & { readonly tools: ReactNode }) {
  return (
    <TextCompare
      entries={entries}
      keyOf={mediaKey}
      face="prose"
      tools={tools}
      load={async ({ item: { media }, facts }, signal) => {
        if (media.kind === 'inline') return { text: media.text, hints: undefined };
        if (media.kind !== 'file') throw new Error(noFile(media));
        const url = services.url(media.ref.id);
        const { text, note } = await loadDocumentText(url, media.ref, facts, signal);
        return { text, hints: undefined, note };
      }}
    />
  );
}

/** The kind of all entries that have a file; undefined where they differ. */
function commonKind(entries: readonly CompareEntry[]): DocumentKind | undefined {
  const kinds = entries.flatMap(({ item: { media }, facts }) =>
    media.kind === 'file' ? [documentKind(media.ref, facts)] : [],
  );
  return kinds.every((kind) => kind === kinds[0]) ? kinds[0] : undefined;
}
