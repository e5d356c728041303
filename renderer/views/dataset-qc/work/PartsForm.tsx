import { Plus, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import {
  editRecord,
  readRecordFields,
  type RecordEdit,
  type RecordSideFields,
  type RecordSideName,
} from '../../../../shared/record-text/edit-record.ts';
import { Button } from '../../../components/button/Button.tsx';
import { IconButton } from '../../../components/button/IconButton.tsx';
import { setDraft } from '../../../stores/qc-work-store.ts';
import styles from './PartsForm.module.css';

const SIDES = [
  ['input', 'Task'],
  ['output', 'Reference'],
] as const;

/** Contents and entries in fields of their own; the rest of the record's text stays as it was written. */
export function PartsForm({ text }: { readonly text: string }) {
  const fields = readRecordFields(text);
  if (fields === undefined)
    return (
      <p className={styles.broken}>
        The text is no JSON now, so it has no parts. Mend it under “JSON”.
      </p>
    );
  const edit = (change: RecordEdit) => setDraft(editRecord(text, change));
  return (
    <div className={styles.parts}>
      {SIDES.map(([side, label]) => (
        <Side key={side} side={side} label={label} fields={fields[side]} edit={edit} />
      ))}
    </div>
  );
}

function Side({
  side,
  label,
  fields,
  edit,
}: {
  readonly side: RecordSideName;
  readonly label: string;
  readonly fields: RecordSideFields;
  readonly edit: (change: RecordEdit) => void;
}) {
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (side === 'output') field.current?.focus();
  }, [side]);
  if (fields.content === undefined)
    return <p className={styles.broken}>{label}: there is none that is written as it should be.</p>;
  return (
    <fieldset className={styles.side}>
      <legend>{label}</legend>
      <textarea
        ref={field}
        aria-label={`${label}, content`}
        value={fields.content}
        rows={Math.min(16, 3 + Math.ceil(fields.content.length / 70))}
        onChange={({ target }) => edit({ kind: 'content', side, content: target.value })}
      />
      <ul>
        {fields.entries.map(({ tag, value }, at) => (
          <li key={at}>
            <Name side={side} tag={tag} edit={edit} />
            <input
              aria-label={`${tag}, value`}
              value={value}
              spellCheck={false}
              onChange={({ target }) => edit({ kind: 'value', side, tag, value: target.value })}
            />
            <IconButton
              label={`Take ${tag} out`}
              onClick={() => edit({ kind: 'remove', side, tag })}
            >
              <X size={14} aria-hidden="true" />
            </IconButton>
          </li>
        ))}
      </ul>
      <AddEntry side={side} edit={edit} />
    </fieldset>
  );
}

/** A tag is renamed when the field is left: half a name would be another entry. */
function Name({
  side,
  tag,
  edit,
}: {
  readonly side: RecordSideName;
  readonly tag: string;
  readonly edit: (change: RecordEdit) => void;
}) {
  const [typed, setTyped] = useState<string>();
  const rename = () => {
    if (typed !== undefined && typed.trim() !== '' && typed !== tag)
      edit({ kind: 'rename', side, tag, to: typed.trim() });
    setTyped(undefined);
  };
  return (
    <input
      aria-label={`${tag}, tag`}
      className={styles.tag}
      value={typed ?? tag}
      spellCheck={false}
      onChange={({ target }) => setTyped(target.value)}
      onBlur={rename}
    />
  );
}

function AddEntry({
  side,
  edit,
}: {
  readonly side: RecordSideName;
  readonly edit: (change: RecordEdit) => void;
}) {
  const [tag, setTag] = useState('');
  const add = () => {
    if (tag.trim() === '') return;
    edit({ kind: 'add', side, tag: tag.trim(), value: '' });
    setTag('');
  };
  return (
    <div className={styles.add}>
      <input
        aria-label={`New entry of the ${side}`}
        className={styles.tag}
        placeholder="image2"
        value={tag}
        spellCheck={false}
        onChange={({ target }) => setTag(target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) add();
        }}
      />
      <Button variant="quiet" isDisabled={tag.trim() === ''} onClick={add}>
        <Plus size={14} aria-hidden="true" /> Entry
      </Button>
    </div>
  );
}
