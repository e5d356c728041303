// PDFs beside each other: pages that belong together in a row, their words that differ marked.
import { useMemo, type ReactNode } from 'react';
import { noFile } from '../../../code/load-text.ts';
import type { CompareEntry, ModalityCompareProps } from '../../../define.ts';
import { StateBox } from '../../../parts/StateBox.tsx';
import { useLoaded } from '../../../parts/use-loaded.ts';
import { openPdf, type OpenPdf } from '../open-pdf.ts';
import type { ComparedPdf } from './compared-pdf.ts';
import { PdfRows } from './PdfRows.tsx';
import styles from './PdfCompare.module.css';

type Opened =
  | ({ readonly ok: true } & ComparedPdf)
  | { readonly ok: false; readonly entry: CompareEntry; readonly message: string };

export function PdfCompare({
  entries,
  services,
  tools,
  goal,
}: ModalityCompareProps & { readonly tools: ReactNode }) {
  const key = entries
    .map(({ item: { media } }) => (media.kind === 'file' ? media.ref.id : media.kind))
    .join('\n');
  const loaded = useLoaded(
    key,
    (signal) => Promise.all(entries.map((entry) => open(entry, services.url, signal))),
    (opened) => {
      for (const one of opened) if (one.ok) one.pdf.close();
    },
  );
  if (loaded.status === 'failed')
    return <StateBox kind="bad" title="PDFs cannot be compared" detail={loaded.message} />;
  if (loaded.status === 'loading')
    return <div className={styles.root} role="status" aria-label="The PDFs are being opened" />;
  return <Opened opened={loaded.value} entries={entries} tools={tools} goal={goal} />;
}

function Opened({
  opened,
  entries,
  tools,
  goal,
}: Pick<ModalityCompareProps, 'entries' | 'goal'> & {
  readonly opened: readonly Opened[];
  readonly tools: ReactNode;
}) {
  const readable = useMemo(
    () =>
      opened.flatMap((one, index) => {
        if (!one.ok) return [];
        // its marks may have changed since it was opened
        return [{ ...one, entry: entries[index] ?? one.entry }];
      }),
    [opened, entries],
  );
  const problems = opened.flatMap((one) =>
    one.ok ? [] : [`${one.entry.label} cannot be opened: ${one.message}`],
  );
  if (readable.length === 0)
    return <StateBox kind="bad" title="PDFs cannot be compared" detail={problems.join('\n')} />;
  return <PdfRows pdfs={readable} problems={problems} tools={tools} goal={goal} />;
}

async function open(
  entry: CompareEntry,
  url: (mediaId: string) => string,
  signal: AbortSignal,
): Promise<Opened> {
  const { media } = entry.item;
  if (media.kind !== 'file') {
    const message = media.kind === 'inline' ? 'It is text in place of a file.' : noFile(media);
    return { ok: false, entry, message };
  }
  let pdf: OpenPdf | undefined;
  try {
    pdf = await openPdf(url(media.ref.id), signal);
    const { width, height } = (await pdf.document.getPage(1)).getViewport({ scale: 1 });
    return { ok: true, entry, pdf, first: { width, height } };
  } catch (error) {
    pdf?.close();
    const message = error instanceof Error ? error.message : String(error);
    return { ok: false, entry, message };
  }
}
