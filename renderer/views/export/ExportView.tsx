import { useEffect, useState } from 'react';
import { Button } from '../../components/button/Button.tsx';
import { latest } from '../../stores/async-data.ts';
import { useExportPlace } from '../../hooks/use-export-place.tsx';
import {
  cancelExport,
  countSet,
  forgetExport,
  runExport,
  useExport,
  type ExportSet,
} from '../../stores/export-store.ts';
import { useModels } from '../../stores/models-store.ts';
import { useProject } from '../../stores/project-store.ts';
import { isEmptyFilter } from '../../stores/route.ts';
import { navigate, useRoute } from '../../stores/route-store.ts';
import { loadSamples, useSamples } from '../../stores/samples-store.ts';
import { useSelection } from '../../stores/selection-store.ts';
import {
  EXPORT_KINDS,
  KIND_LABELS,
  downloadName,
  toJob,
  withForm,
  type ExportChoice,
} from './export-choice.ts';
import styles from './ExportView.module.css';
import { FormFields } from './FormFields.tsx';
import { ResultLine } from './ResultLine.tsx';
import { SetFields } from './SetFields.tsx';

/** Everything that can be taken out of the project: what, of which instances, in which form, and where. */
export function ExportView() {
  const project = useProject();
  const models = useModels();
  const wanted = useRoute((route) => route.view['what']);
  const filter = useRoute((route) => route.filter);
  const sort = useRoute((route) => route.sort);
  const hasSelected = useSelection((state) => state.keys.size > 0);
  const samples = latest(useSamples((state) => state.samples)) ?? [];
  const status = useExport((state) => state.progress.status);
  const count = useExport((state) => state.count);
  const start = EXPORT_KINDS.find((kind) => kind === wanted) ?? 'bundle';
  const [choice, setChoice] = useState(() =>
    withForm(startChoice(project?.dir ?? '', project?.name ?? 'Review'), start),
  );
  const [set, setSet] = useState<ExportSet>(() => ({
    kind: hasSelected ? 'selected' : isEmptyFilter(filter) ? 'all' : 'filter',
  }));
  useEffect(() => void loadSamples(), []);
  useEffect(() => forgetExport, []);
  useEffect(() => void countSet(set), [set, filter]);
  const names = models.map(({ name }) => name);
  const change = (part: Partial<ExportChoice>) => {
    forgetExport();
    setChoice({ ...choice, ...part });
  };
  const job = toJob(choice, { sort, models: names });
  const target = usePlace(choice, change);
  const { place } = target;
  const isWriting = status === 'writing';
  return (
    <div className={styles.view}>
      <nav className={styles.kinds} aria-label="What to export">
        <h1>Export</h1>
        {EXPORT_KINDS.map((kind) => (
          <button
            key={kind}
            type="button"
            className={styles.kind}
            aria-current={kind === choice.kind}
            disabled={isWriting}
            onClick={() => {
              forgetExport();
              setChoice(withForm(choice, kind));
              navigate({ view: { what: kind } });
            }}
          >
            <b>{KIND_LABELS[kind][0]}</b>
            <span>{KIND_LABELS[kind][1]}</span>
          </button>
        ))}
      </nav>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (job === undefined || place === undefined || isWriting) return;
          void runExport(job, set, place);
        }}
      >
        <h2>{KIND_LABELS[choice.kind][0]}</h2>
        <SetFields
          set={set}
          samples={samples}
          isFiltered={!isEmptyFilter(filter)}
          onChange={setSet}
        />
        <FormFields choice={choice} models={names} onChange={change} />
        {target.fields}
        <ResultLine />
        <footer>
          {isWriting && <Button onClick={cancelExport}>Cancel</Button>}
          <Button
            variant="primary"
            type="submit"
            isDisabled={job === undefined || place === undefined || isWriting || count === 0}
          >
            {isWriting ? 'Writing…' : target.verb}
          </Button>
        </footer>
      </form>
      {target.dialog}
    </div>
  );
}

function usePlace(choice: ExportChoice, change: (part: Partial<ExportChoice>) => void) {
  const download = downloadName(choice);
  return useExportPlace({
    download,
    path: choice.path,
    onPath: (path) => change({ path }),
    label: download === undefined ? 'Folder' : 'File',
    hint:
      download === undefined
        ? 'One that does not exist yet; a bundle that is there is replaced.'
        : 'A file that is there is replaced, but none that was imported.',
    nameIn: choice.path.split(/[\\/]/).at(-1) ?? '',
  });
}

/** Beside the project's own files, where whoever opened it may write. */
function startChoice(dir: string, title: string): ExportChoice {
  const separator = dir.includes('\\') && !dir.includes('/') ? '\\' : '/';
  return {
    ...{ kind: 'bundle', ending: 'zip', path: `${dir}${separator}`, title, model: '' },
    ...{ official: 'sc', by: 'judge', groupBy: 'field', examples: '5', exampleSort: 'table' },
  };
}
