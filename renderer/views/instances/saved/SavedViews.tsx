import { Bookmark, Pencil, Trash2 } from 'lucide-react';
import { useEffect, useState, type FormEvent } from 'react';
import type { SavedView } from '../../../../shared/model/saved-view.ts';
import { Button } from '../../../components/button/Button.tsx';
import { IconButton } from '../../../components/button/IconButton.tsx';
import { ErrorText } from '../../../components/error-text/ErrorText.tsx';
import { Popover } from '../../../components/popover/Popover.tsx';
import { useAction } from '../../../hooks/use-action.ts';
import { useRoute } from '../../../stores/route-store.ts';
import {
  currentQuery,
  loadSavedViews,
  openView,
  removeView,
  renameView,
  saveView,
  useSavedViews,
  useSavedViewsStore,
} from '../../../stores/saved-views-store.ts';
import styles from './SavedViews.module.css';

/** Views that were given a name: filter, order, models and columns, as they stand in the address. */
export function SavedViews() {
  const [isOpen, setOpen] = useState(false);
  useAction('views.open', () => setOpen(true));
  useEffect(() => {
    if (isOpen) void loadSavedViews();
  }, [isOpen]);
  return (
    <Popover
      label="Saved views"
      align="end"
      isOpen={isOpen}
      onOpenChange={setOpen}
      trigger={
        <Button action="views.open">
          <Bookmark size={13} aria-hidden="true" />
          <span data-label>Views</span>
        </Button>
      }
    >
      <Menu onDone={() => setOpen(false)} />
    </Popover>
  );
}

function Menu({ onDone }: { readonly onDone: () => void }) {
  const views = useSavedViews();
  const kept = useSavedViewsStore((state) => state.views);
  const error = useSavedViewsStore((state) => state.error);
  useRoute(); // which of them is shown now follows from the address
  const shown = currentQuery();
  return (
    <div className={styles.menu}>
      {views.length > 0 && (
        <ul aria-label="Saved views">
          {views.map((view) => (
            <Entry key={view.id} view={view} isShown={view.query === shown} onDone={onDone} />
          ))}
        </ul>
      )}
      {views.length === 0 && kept.status === 'ready' && (
        <p className={styles.none}>No view was saved yet.</p>
      )}
      <NewView names={views.map(({ name }) => name)} />
      {kept.status === 'failed' && <ErrorText error={kept.error} />}
      {error !== undefined && <ErrorText error={error} />}
    </div>
  );
}

function Entry({
  view,
  isShown,
  onDone,
}: {
  readonly view: SavedView;
  readonly isShown: boolean;
  readonly onDone: () => void;
}) {
  const [name, setName] = useState<string>();
  const rename = (event: FormEvent) => {
    event.preventDefault();
    if (name !== undefined && name.trim() !== '') void renameView(view, name.trim());
    setName(undefined);
  };
  return (
    <li className={styles.entry}>
      {name === undefined ? (
        <button
          type="button"
          className={styles.name}
          aria-current={isShown || undefined}
          onClick={() => {
            openView(view);
            onDone();
          }}
        >
          {view.name}
        </button>
      ) : (
        <form onSubmit={rename}>
          <input
            className={styles.input}
            aria-label={`New name of ${view.name}`}
            value={name}
            maxLength={120}
            autoFocus
            onChange={(event) => setName(event.target.value)}
            onBlur={rename}
          />
        </form>
      )}
      <IconButton label={`Rename ${view.name}`} onClick={() => setName(view.name)}>
        <Pencil size={13} />
      </IconButton>
      <IconButton label={`Remove ${view.name}`} onClick={() => void removeView(view)}>
        <Trash2 size={13} />
      </IconButton>
    </li>
  );
}

function NewView({ names }: { readonly names: readonly string[] }) {
  const [name, setName] = useState('');
  const typed = name.trim();
  const isThere = names.some((each) => each.toLowerCase() === typed.toLowerCase());
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (typed === '') return;
    void saveView(typed).then((isKept) => isKept && setName(''));
  };
  return (
    <form className={styles.new} onSubmit={save}>
      <input
        className={styles.input}
        aria-label="Name of the view"
        placeholder="Save what is shown as…"
        value={name}
        maxLength={120}
        onChange={(event) => setName(event.target.value)}
      />
      <Button type="submit" isDisabled={typed === ''}>
        {isThere ? 'Replace' : 'Save'}
      </Button>
    </form>
  );
}
