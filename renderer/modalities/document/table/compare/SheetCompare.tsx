// Tables side by side: rows matched, cells linked, what differs marked and gone to by key.
import { useState, type ReactNode } from 'react';
import { noFile } from '../../../code/load-text.ts';
import type { CompareEntry, ModalityCompareProps, PlacedMark } from '../../../define.ts';
import { useNewGoal } from '../../../parts/marks/use-goal.ts';
import { StateBox } from '../../../parts/StateBox.tsx';
import { useLoaded } from '../../../parts/use-loaded.ts';
import { tableFormat } from '../../kind.ts';
import type { Sheet } from '../read-table.ts';
import { SheetTabs } from '../SheetTabs.tsx';
import type { RowsBy } from './compare-sheets.ts';
import { openSheets, type OpenSheets } from './open-sheets.ts';
import type { ComparedSheet } from './compared-sheet.ts';
import { SheetPanes } from './SheetPanes.tsx';
import styles from './SheetCompare.module.css';

export function SheetCompare({
  entries,
  services,
  tools,
  goal,
}: ModalityCompareProps & { readonly tools: ReactNode }) {
  const files = entries.flatMap((entry) => {
    const { media } = entry.item;
    if (media.kind !== 'file') return [];
    const format = tableFormat(media.ref, entry.facts);
    return [{ entry, id: media.ref.id, url: services.url(media.ref.id), format }];
  });
  const loaded = useLoaded(
    files.map(({ id }) => id).join('\n'),
    (signal) => openSheets(files, signal),
    (open) => open.close(),
  );
  if (loaded.status === 'failed')
    return <StateBox kind="bad" title="tables cannot be compared" detail={loaded.message} />;
  if (loaded.status === 'loading')
    return <div className={styles.root} role="status" aria-label="The tables are being read" />;
  const problems = entries.flatMap((entry) => {
    const { media } = entry.item;
    const at = files.findIndex((file) => file.entry.id === entry.id);
    const table = loaded.value.tables[at];
    const isGone = media.kind !== 'file' && media.kind !== 'inline';
    if (isGone) return [`${entry.label}: ${noFile(media)}`];
    return table?.ok === false ? [`${entry.label}: ${table.message}`] : [];
  });
  return (
    <Tables
      open={loaded.value}
      entries={files.map(({ entry }) => entry)}
      hasHeader={files.every(({ format }) => format !== 'xlsx')}
      problems={problems}
      tools={tools}
      goal={goal}
    />
  );
}

interface Readable {
  readonly entry: CompareEntry;
  readonly table: number;
  readonly sheets: readonly Sheet[];
}

function Tables({
  open,
  entries,
  hasHeader,
  problems,
  tools,
  goal,
}: {
  readonly open: OpenSheets;
  readonly entries: readonly CompareEntry[];
  readonly hasHeader: boolean;
  readonly problems: readonly string[];
  readonly tools: ReactNode;
  readonly goal: ModalityCompareProps['goal'];
}) {
  const [name, setName] = useState<string>();
  const [by, setBy] = useState<RowsBy>('content');
  const readable = open.tables.flatMap((table, at): Readable[] => {
    const entry = entries[at];
    return table.ok && entry !== undefined ? [{ entry, table: at, sheets: table.sheets }] : [];
  });
  const names = readable[0]?.sheets.map((sheet) => sheet.name) ?? [];
  const asked = useNewGoal(goal);
  if (asked?.mark.kind === 'page') {
    const { page } = asked.mark;
    const own = readable.find(({ entry }) => entry.id === asked.entryId);
    setName(own?.sheets[page - 1]?.name);
  }
  const chosen = Math.max(0, names.indexOf(name ?? ''));
  const compared = readable.flatMap(({ entry, table, sheets }): ComparedSheet[] => {
    const own = sheetNamed(sheets, names[chosen], chosen);
    const sheet = sheets[own];
    return sheet === undefined ? [] : [{ entry, table, at: own, sheet }];
  });
  const key = `${compared.map(({ table, at }) => `${table}:${at}`).join()} ${by}`;
  const comparison = useLoaded(key, () =>
    open.compare(
      compared.map(({ table, at }) => [table, at] as const),
      by,
    ),
  );
  return (
    <div className={styles.root}>
      {compared.length < 2 ? (
        <>
          {problems.map((problem) => (
            <p key={problem} className={styles.note}>
              {problem}
            </p>
          ))}
          <StateBox kind="quiet" title="nothing to compare with" />
        </>
      ) : comparison.status === 'failed' ? (
        <StateBox kind="bad" title="tables cannot be compared" detail={comparison.message} />
      ) : comparison.status === 'loading' ? (
        <div className={styles.body} role="status" aria-label="The tables are being compared" />
      ) : (
        <SheetPanes
          key={key}
          sheets={compared}
          comparison={comparison.value}
          hasHeader={hasHeader}
          by={by}
          onBy={setBy}
          problems={problems}
          tools={tools}
        />
      )}
      {names.length > 1 && (
        <SheetTabs
          names={names}
          chosen={chosen}
          onChoose={(index) => setName(names[index])}
          marks={readable.flatMap(({ entry, sheets }) => marksOnTabs(entry, sheets, names))}
        />
      )}
    </div>
  );
}

/** Marks on an entry's sheets, where the sheets of the same names are in the first one's. */
function marksOnTabs(
  { marks = [] }: CompareEntry,
  sheets: readonly Sheet[],
  names: readonly string[],
): PlacedMark[] {
  return marks.flatMap((each) => {
    const { mark } = each;
    if (mark.kind !== 'page') return [];
    const at = names.indexOf(sheets[mark.page - 1]?.name ?? '');
    return at < 0 ? [] : [{ ...each, mark: { ...mark, page: at + 1 } }];
  });
}

/** The sheet of the same name, else the one at the same place. */
function sheetNamed(sheets: readonly Sheet[], name: string | undefined, place: number): number {
  const named = sheets.findIndex((sheet) => sheet.name === name);
  return named === -1 ? place : named;
}
