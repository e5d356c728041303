// Documents of every kind; each kind is a chunk of its own, fetched when the first of it is shown.
import { lazy, Suspense } from 'react';
import type { ModalityViewProps } from '../define.ts';
import { boxesOf } from '../parts/marks/picture-boxes.ts';
import { StateBox } from '../parts/StateBox.tsx';
import { typeName } from '../parts/type-name.ts';
import { documentKind, tableFormat } from './kind.ts';
import styles from './View.module.css';

const PdfView = lazy(() => import('./pdf/PdfView.tsx').then((m) => ({ default: m.PdfView })));
const DocxView = lazy(() => import('./docx/DocxView.tsx').then((m) => ({ default: m.DocxView })));
const TableView = lazy(() =>
  import('./table/TableView.tsx').then((m) => ({ default: m.TableView })),
);
const TextView = lazy(() => import('./TextView.tsx').then((m) => ({ default: m.TextView })));
const Picture = lazy(() => import('../image/View.tsx').then((m) => ({ default: m.Picture })));

export function View(props: ModalityViewProps) {
  return (
    <Suspense fallback={<div className={styles.waiting} data-size={props.size} />}>
      <Document {...props} />
    </Suspense>
  );
}

function Document(props: ModalityViewProps) {
  const {
    item,
    services,
    size,
    facts,
    onDetails,
    link,
    marks = [],
    onMark,
    selection,
    showing,
  } = props;
  const { media } = item;
  if (media.kind !== 'file') return undefined;
  const { ref } = media;
  const url = services.url(ref.id);
  const common = { url, size, onDetails };
  const key = ref.id;
  const kind = documentKind(ref, facts);
  switch (kind) {
    case 'pdf':
      return (
        <PdfView
          key={key}
          {...common}
          link={link}
          marking={{ tag: item.tag, marks, onMark, selection, showing }}
        />
      );
    case 'docx':
      return <DocxView key={key} {...common} />;
    case 'table':
      return (
        <TableView
          key={key}
          {...common}
          format={tableFormat(ref, facts)}
          link={link}
          marking={{
            tag: item.tag,
            marks,
            selection: size === 'full' ? selection : undefined,
            showing,
          }}
        />
      );
    case 'markdown':
    case 'text':
      return <TextView key={key} {...common} isPlain={kind === 'text'} />;
    case 'image': {
      const { widthPx: width, heightPx: height } = facts ?? {};
      const known = width === undefined || height === undefined ? undefined : { width, height };
      const name = `${item.tag}: ${ref.name}`;
      return (
        <Picture
          key={key}
          {...common}
          name={name}
          known={known}
          link={link}
          boxes={boxesOf(props)}
        />
      );
    }
    case 'unknown':
      return (
        <StateBox
          kind="quiet"
          title={`No viewer for ${typeName(facts?.detectedType ?? ref.mimeType, ref.extension)}`}
          detail="The file is there and looks whole. Open it with another program."
        />
      );
  }
}
