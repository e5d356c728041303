import { Command } from 'cmdk';
import { CornerDownLeft, Hash } from 'lucide-react';
import { useState } from 'react';
import { Dialog } from '../components/dialog/Dialog.tsx';
import { Kbd } from '../components/kbd/Kbd.tsx';
import { actionOf, type ActionId } from '../hooks/keymap.ts';
import { runAction, useAvailableActions } from '../hooks/use-action.ts';
import { closeLayer } from '../stores/layer-store.ts';
import { useProject } from '../stores/project-store.ts';
import { openInstance } from '../stores/route-store.ts';
import styles from './CommandPalette.module.css';
import { useFoundInstances } from './use-found-instances.ts';

/** Everything that can be done here, and every instance, by typing. `isGoTo`: instances only. */
export function CommandPalette({ isGoTo }: { readonly isGoTo: boolean }) {
  const [text, setText] = useState('');
  const hasProject = useProject() !== undefined;
  // the palette does not offer itself
  const actions = useAvailableActions()
    .filter((id) => id !== 'palette.open')
    .toSorted((a, b) => Number(isEverywhere(a)) - Number(isEverywhere(b)));
  const found = useFoundInstances(hasProject ? text : '', isGoTo);
  const shown = isGoTo ? [] : actions.filter((id) => matches(actionOf(id).label, text));
  const isEmpty = shown.length === 0 && found.keys.length === 0;
  return (
    <Dialog
      title={isGoTo ? 'Go to an instance' : 'Command palette'}
      isTitleHidden
      onClose={closeLayer}
    >
      <Command shouldFilter={false} label="Commands" className={styles.palette} loop>
        <Command.Input
          className={styles.input}
          value={text}
          onValueChange={setText}
          placeholder={isGoTo ? 'Id, or field/subdomain/id' : 'Type a command or an instance id'}
          data-autofocus
        />
        {isEmpty && (
          <p className={styles.empty} role="status">
            {text === ''
              ? 'Type an id, e.g. 301 or chemistry/301'
              : (found.error ?? `Nothing is called “${text}”`)}
          </p>
        )}
        <Command.List className={styles.list} label="Results" hidden={isEmpty}>
          {shown.length > 0 && (
            <Command.Group heading="Actions" className={styles.group}>
              {shown.map((id) => (
                <ActionItem key={id} id={id} />
              ))}
            </Command.Group>
          )}
          {found.keys.length > 0 && (
            <Command.Group heading="Instances" className={styles.group}>
              {found.keys.map((key) => (
                <Command.Item
                  key={key}
                  value={`instance ${key}`}
                  className={styles.item}
                  onSelect={() => {
                    closeLayer();
                    openInstance(key);
                  }}
                >
                  <Hash size={14} aria-hidden="true" />
                  <span>{key.split('/').join(' / ')}</span>
                  <CornerDownLeft size={13} aria-hidden="true" className={styles.enter ?? ''} />
                </Command.Item>
              ))}
            </Command.Group>
          )}
        </Command.List>
      </Command>
    </Dialog>
  );
}

function ActionItem({ id }: { readonly id: ActionId }) {
  const action = actionOf(id);
  return (
    <Command.Item
      value={id}
      className={styles.item}
      onSelect={() => {
        closeLayer();
        // the dialog gives the focus back first: an action may want to put it elsewhere
        requestAnimationFrame(() => runAction(id));
      }}
    >
      <span>{action.label}</span>
      <small>{action.group}</small>
      <span className={styles.keys}>
        {action.keys.slice(0, 1).map((keys) => (
          <Kbd key={keys} keys={keys} />
        ))}
      </span>
    </Command.Item>
  );
}

/** What belongs to the open screen is listed first. */
function isEverywhere(id: ActionId): boolean {
  return actionOf(id).group === 'Everywhere';
}

/** All words typed stand in the label, in any order. */
function matches(label: string, text: string): boolean {
  const words = text.toLowerCase().split(/\s+/);
  return words.every((word) => label.toLowerCase().includes(word));
}
