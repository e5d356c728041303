import { Dialog } from '../components/dialog/Dialog.tsx';
import { Kbd } from '../components/kbd/Kbd.tsx';
import {
  ACTION_GROUPS,
  VIEWER_GROUPS,
  VIEWER_KEYS,
  actionOf,
  type ActionId,
} from '../hooks/keymap.ts';
import { useAvailableActions } from '../hooks/use-action.ts';
import { closeLayer } from '../stores/layer-store.ts';
import styles from './KeySheet.module.css';

/** There are viewers on a screen that can link them. */
const WITH_VIEWERS: ActionId = 'instance.linkViews';

/** All keys that do something on this screen, made from the keymap. */
export function KeySheet() {
  const available = useAvailableActions();
  const actions = available.map(actionOf).filter(({ keys }) => keys.length > 0);
  const viewers = available.includes(WITH_VIEWERS) ? Object.values(VIEWER_KEYS) : [];
  return (
    <Dialog
      title="Keyboard shortcuts"
      description="What works on this screen now."
      width={viewers.length === 0 ? 640 : 940}
      onClose={closeLayer}
    >
      <div className={styles.groups} data-columns={viewers.length === 0 ? 2 : 3}>
        {ACTION_GROUPS.map((group) => (
          <Group key={group} name={group} all={actions} />
        ))}
        {VIEWER_GROUPS.map((group) => (
          <Group key={group} name={group} all={viewers} ofViewers />
        ))}
      </div>
    </Dialog>
  );
}

interface Listed {
  readonly label: string;
  readonly group: string;
  readonly keys: readonly string[];
}

function Group({
  name,
  all,
  ofViewers = false,
}: {
  readonly name: string;
  readonly all: readonly Listed[];
  /** They hold in a viewer that has the focus. */
  readonly ofViewers?: boolean;
}) {
  const own = all.filter(({ group }) => group === name);
  if (own.length === 0) return null;
  return (
    <section aria-label={name} data-viewer-keys={ofViewers || undefined}>
      <h3>{name}</h3>
      <dl>
        {own.map(({ label, keys }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              {spanOf(keys).map((each) => (
                <Kbd key={each} keys={each} />
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** Of a row of digits the first and the last. */
function spanOf(keys: readonly string[]): readonly string[] {
  const [first, last] = [keys[0], keys.at(-1)];
  if (keys.length < 4 || first === undefined || last === undefined) return keys;
  return [first, '…', last];
}
