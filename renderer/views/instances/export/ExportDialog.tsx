import { useEffect, useState } from 'react';
import type { InstanceFormat } from '../../../../shared/model/export.ts';
import { Button } from '../../../components/button/Button.tsx';
import { Dialog } from '../../../components/dialog/Dialog.tsx';
import { ErrorText } from '../../../components/error-text/ErrorText.tsx';
import { SelectField } from '../../../components/field/SelectField.tsx';
import { formatCounted } from '../../../components/score/format-score.ts';
import { useExportPlace } from '../../../hooks/use-export-place.tsx';
import { wordsOfPlace } from '../../../stores/export-place.ts';
import {
  exportInstances,
  forgetExport,
  useInstancesExport,
} from '../../../stores/instances-export-store.ts';
import { useInstances } from '../../../stores/instances-store.ts';
import { useModels } from '../../../stores/models-store.ts';
import { useProject } from '../../../stores/project-store.ts';
import { hrefOf } from '../../../stores/route-store.ts';
import { useSelection } from '../../../stores/selection-store.ts';
import styles from './ExportDialog.module.css';
import { fileIn, nameOf, withFormat } from './export-path.ts';

const FORMATS = [
  ['csv', 'CSV, a line an instance and a column a figure'],
  ['jsonl', 'JSON lines, an object an instance'],
] as const satisfies readonly (readonly [InstanceFormat, string])[];

/** Writes the selected rows, or else the current set, to a file. */
export function ExportDialog({ onClose }: { readonly onClose: () => void }) {
  const total = useInstances((state) => state.list.total);
  const selected = useSelection((state) => state.keys.size);
  const models = useModels();
  const project = useProject();
  const state = useInstancesExport((store) => store.state);
  const [format, setFormat] = useState<InstanceFormat>('csv');
  const [path, setPath] = useState(() => fileIn(project?.dir ?? '', 'instances.csv'));
  const target = useExportPlace({
    download: `instances.${format}`,
    path,
    onPath: setPath,
    label: 'File',
    hint: 'A file that is there is replaced, but none that was imported.',
    nameIn: nameOf(path),
  });
  useEffect(() => forgetExport, []);
  const count = selected === 0 ? total : selected;
  const names = models.map(({ name }) => name).join(', ');
  return (
    <>
      <Dialog
        title={`Export ${formatCounted(count, selected === 0 ? 'instance' : 'selected instance')}`}
        description={`In the order of the table: key, field, subdomain, figures${names === '' ? '' : ` of ${names}`}, flags, tags and notes.`}
        onClose={onClose}
      >
        <form
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault();
            if (target.place !== undefined) void exportInstances(format, target.place);
          }}
        >
          <SelectField
            label="Format"
            value={format}
            options={FORMATS}
            onChange={(next) => {
              setFormat(next);
              setPath(withFormat(path, next));
            }}
          />
          {target.fields}
          <p className={styles.more}>
            <a href={hrefOf({ screen: 'export', view: { what: 'bundle' } })}>
              Bundle, report, official files, ratings…
            </a>
          </p>
          {state.status === 'failed' && <ErrorText error={state.error} />}
          <div className={styles.foot}>
            <p role="status">
              {state.status === 'done' &&
                `${formatCounted(state.records, 'line')} written. “${wordsOfPlace(state.place)}”`}
            </p>
            <Button onClick={onClose}>{state.status === 'done' ? 'Close' : 'Cancel'}</Button>
            <Button
              type="submit"
              variant="primary"
              isDisabled={state.status === 'writing' || target.place === undefined}
            >
              {state.status === 'writing' ? 'Writing…' : target.verb}
            </Button>
          </div>
        </form>
      </Dialog>
      {target.dialog}
    </>
  );
}
