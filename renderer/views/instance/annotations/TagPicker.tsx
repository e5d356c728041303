import { Command } from 'cmdk';
import { Check, Plus } from 'lucide-react';
import { useState } from 'react';
import type { TaxonomyTag } from '../../../../shared/model/taxonomy.ts';
import { ErrorText } from '../../../components/error-text/ErrorText.tsx';
import { addTag, tagLabel, useTags, useTaxonomy } from '../../../stores/taxonomy-store.ts';
import styles from './AnnotationPanel.module.css';
import { findTags } from './find-tags.ts';

/** The taxonomy as a list that is narrowed by typing; Enter sets or takes away, and makes new ones. */
export function TagPicker({
  chosen,
  onToggle,
}: {
  readonly chosen: readonly string[];
  readonly onToggle: (tag: string) => void;
}) {
  const tags = useTags();
  const error = useTaxonomy((state) => state.error);
  const [text, setText] = useState('');
  const words = text.trim();
  // one that is set and in the list no more can still be taken away
  const gone = chosen
    .filter((id) => !tags.some((tag) => tag.id === id))
    .map((id): TaxonomyTag => ({ id, label: tagLabel(tags, id), group: 'Of no list', hint: '' }));
  const found = findTags([...tags, ...gone], words);
  // the best first while typing; the list's own order and headings else
  const groups: readonly (readonly [string, readonly TaxonomyTag[]])[] =
    words === '' ? [...Map.groupBy(found, ({ group }) => group)] : [['Found', found]];
  const isNew =
    words !== '' && !tags.some(({ label }) => label.toLowerCase() === words.toLowerCase());
  const toggle = (tag: string) => {
    setText('');
    onToggle(tag);
  };
  return (
    <Command shouldFilter={false} label="Tags" className={styles.picker} loop>
      <Command.Input
        className={styles.input}
        data-field="tag"
        value={text}
        onValueChange={setText}
        placeholder="Tag: type to find, or a new one"
      />
      <Command.List className={styles.list} label="Tags">
        {groups
          .filter(([, own]) => own.length > 0)
          .map(([group, own]) => (
            <Command.Group key={group} heading={group || 'Own'} className={styles.group}>
              {own.map(({ id, label, hint }) => (
                <Command.Item
                  key={id}
                  value={id}
                  className={styles.item}
                  onSelect={() => toggle(id)}
                  data-on={chosen.includes(id) || undefined}
                >
                  <Check size={13} aria-hidden="true" className={styles.check ?? ''} />
                  <span>
                    {label}
                    {chosen.includes(id) && <span className="visually-hidden">(set)</span>}
                  </span>
                  <small title={hint}>{hint}</small>
                </Command.Item>
              ))}
            </Command.Group>
          ))}
        {isNew && (
          <Command.Item
            value={`new ${words}`}
            className={styles.item}
            onSelect={() => void addTag(words).then((id) => id !== undefined && toggle(id))}
          >
            <Plus size={13} aria-hidden="true" />
            <span>New tag “{words}”</span>
          </Command.Item>
        )}
      </Command.List>
      {error !== undefined && <ErrorText error={error} />}
    </Command>
  );
}
