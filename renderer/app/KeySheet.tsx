import { Dialog } from '../components/dialog/Dialog.tsx';
import { Kbd } from '../components/kbd/Kbd.tsx';
import { ACTION_GROUPS, actionOf } from '../hooks/keymap.ts';
import { useAvailableActions } from '../hooks/use-action.ts';
import { closeLayer } from '../stores/layer-store.ts';
import styles from './KeySheet.module.css';

/** All keys that do something on this screen, made from the keymap. */
export function KeySheet() {
  const ids = useAvailableActions().filter((id) => actionOf(id).keys.length > 0);
  return (
    <Dialog
      title="Keyboard shortcuts"
      description="What works on this screen now."
      width={640}
      onClose={closeLayer}
    >
      <div className={styles.groups}>
        {ACTION_GROUPS.map((group) => {
          const own = ids.filter((id) => actionOf(id).group === group);
          if (own.length === 0) return null;
          return (
            <section key={group} aria-label={group}>
              <h3>{group}</h3>
              <dl>
                {own.map((id) => (
                  <div key={id}>
                    <dt>{actionOf(id).label}</dt>
                    <dd>
                      {actionOf(id).keys.map((keys) => (
                        <Kbd key={keys} keys={keys} />
                      ))}
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          );
        })}
      </div>
    </Dialog>
  );
}
