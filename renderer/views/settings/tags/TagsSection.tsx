import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react';
import { useEffect } from 'react';
import { tagIdOf, Taxonomy, type TaxonomyTag } from '../../../../shared/model/taxonomy.ts';
import { Button } from '../../../components/button/Button.tsx';
import { IconButton } from '../../../components/button/IconButton.tsx';
import { ErrorText } from '../../../components/error-text/ErrorText.tsx';
import { Spinner } from '../../../components/spinner/Spinner.tsx';
import { latest } from '../../../stores/async-data.ts';
import {
  editTaxonomy,
  loadTaxonomy,
  saveTaxonomy,
  takenIds,
  useTaxonomy,
  type KeptTaxonomy,
} from '../../../stores/taxonomy-store.ts';
import styles from './TagsSection.module.css';

/** The project's list of tags: what is offered when something is tagged, in this order. */
export function TagsSection() {
  const state = useTaxonomy(({ kept }) => kept);
  useEffect(() => void loadTaxonomy(), []);
  const kept = latest(state);
  if (state.status === 'failed') return <ErrorText error={state.error} />;
  if (kept === undefined) return <Spinner label="Loading the tags" />;
  return <TagsTable kept={kept} />;
}

function TagsTable({ kept }: { readonly kept: KeptTaxonomy }) {
  const draft = useTaxonomy((state) => state.draft);
  const error = useTaxonomy((state) => state.error);
  const tags = draft ?? kept.tags;
  const change = (next: Taxonomy) => editTaxonomy(isSame(next, kept.tags) ? undefined : next);
  const replace = (at: number, part: Partial<TaxonomyTag>) =>
    change(tags.map((tag, index) => (index === at ? { ...tag, ...part } : tag)));
  const move = (at: number, by: -1 | 1) => {
    const [moved] = tags.slice(at, at + 1);
    if (moved !== undefined) change(tags.toSpliced(at, 1).toSpliced(at + by, 0, moved));
  };
  const add = () => {
    const id = tagIdOf('New tag', takenIds(tags, kept.uses));
    const group = tags.at(-1)?.group ?? '';
    change([...tags, { id, label: 'New tag', group, hint: '' }]);
  };
  const save = async () => {
    // one that is new and not in use yet is called by its words
    const known = new Set(kept.tags.map(({ id }) => id));
    const named = tags.reduce<Taxonomy>((before, tag) => {
      const taken = takenIds([...kept.tags, ...before], kept.uses);
      const id = known.has(tag.id) ? tag.id : tagIdOf(tag.label, taken);
      return [...before, { ...tag, id }];
    }, []);
    if (await saveTaxonomy(named)) editTaxonomy(undefined);
  };
  const isValid = Taxonomy.safeParse(tags).success;
  return (
    <div className={styles.section}>
      <p className={styles.words}>
        Tags name what is wrong with a response, an item or a place in it. Renaming one renames it
        everywhere; what was tagged with one that is taken out of the list keeps its tag.
      </p>
      {error !== undefined && <ErrorText error={error} />}
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Tag</th>
            <th scope="col">Group</th>
            <th scope="col">When to use it</th>
            <th scope="col" className={styles.uses}>
              In use
            </th>
            <th scope="col">
              <span className="visually-hidden">Order</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {tags.map((tag, index) => (
            <tr key={tag.id}>
              {(['label', 'group', 'hint'] as const).map((field) => (
                <td key={field} data-field={field}>
                  <input
                    aria-label={`${FIELD_LABELS[field]} of ${tag.label}`}
                    aria-invalid={(field === 'label' && tag.label.trim() === '') || undefined}
                    maxLength={field === 'hint' ? 300 : 60}
                    value={tag[field]}
                    onChange={(event) => replace(index, { [field]: event.target.value })}
                  />
                </td>
              ))}
              <td className={styles.uses}>{kept.uses[tag.id] ?? 0}</td>
              <td className={styles.order}>
                <IconButton
                  label={`Move ${tag.label} up`}
                  isDisabled={index === 0}
                  onClick={() => move(index, -1)}
                >
                  <ArrowUp size={13} />
                </IconButton>
                <IconButton
                  label={`Move ${tag.label} down`}
                  isDisabled={index === tags.length - 1}
                  onClick={() => move(index, 1)}
                >
                  <ArrowDown size={13} />
                </IconButton>
                <IconButton
                  label={`Take ${tag.label} out of the list`}
                  onClick={() => change(tags.toSpliced(index, 1))}
                >
                  <Trash2 size={13} />
                </IconButton>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className={styles.actions}>
        <Button onClick={add}>
          <Plus size={13} aria-hidden="true" /> New tag
        </Button>
        <Button
          variant="quiet"
          isDisabled={isSame(tags, kept.shipped)}
          onClick={() => change(kept.shipped)}
        >
          The shipped list
        </Button>
        <span className={styles.space} />
        {draft !== undefined && (
          <Button variant="quiet" onClick={() => editTaxonomy(undefined)}>
            Discard
          </Button>
        )}
        <Button
          variant="primary"
          isDisabled={draft === undefined || !isValid}
          onClick={() => void save()}
        >
          Save the tags
        </Button>
      </div>
    </div>
  );
}

const FIELD_LABELS = { label: 'Name', group: 'Group', hint: 'Use' } as const;

const isSame = (a: Taxonomy, b: Taxonomy) => JSON.stringify(a) === JSON.stringify(b);
