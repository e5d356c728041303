import type { EndpointKey } from '../../../../shared/model/endpoint.ts';
import type { EndpointDraft, SettingsDraft } from '../../../stores/settings-draft.ts';
import type { KeptSettings } from '../../../stores/settings-store.ts';
import { LISTED_ROLES, ROLE_LABELS } from '../../../components/roles/role-labels.ts';
import styles from './EndpointsSection.module.css';

/** The roles, each with the model that serves it. */
export function RoleList({
  draft,
  kept,
  shown,
  onShow,
}: {
  readonly draft: SettingsDraft;
  readonly kept: KeptSettings;
  readonly shown: EndpointKey;
  readonly onShow: (role: EndpointKey) => void;
}) {
  return (
    <ul aria-label="Roles">
      {LISTED_ROLES.map((role) => {
        const own = draft.endpoints[role];
        const shared = role === '*' ? undefined : draft.endpoints['*'];
        const [state, words] = stateOf(role, own, shared, kept);
        return (
          <li key={role}>
            <button
              type="button"
              className={styles.role}
              aria-current={role === shown ? 'true' : undefined}
              onClick={() => onShow(role)}
            >
              <span>{ROLE_LABELS[role].label}</span>
              <span className={styles.state} data-state={state}>
                {words}
              </span>
              <small>{describe(role, own ?? shared)}</small>
            </button>
          </li>
        );
      })}
    </ul>
  );
}

function stateOf(
  role: EndpointKey,
  own: EndpointDraft | undefined,
  shared: EndpointDraft | undefined,
  kept: KeptSettings,
): readonly [string, string] {
  if (own === undefined)
    return shared === undefined ? ['none', 'none'] : ['shared', 'as all roles'];
  if (kept.settings.endpoints[role] === undefined) return ['unsaved', 'not saved'];
  return kept.keys[role]?.isThere === false ? ['key', 'key missing'] : ['own', 'set'];
}

function describe(role: EndpointKey, endpoint: EndpointDraft | undefined): string {
  if (endpoint === undefined) return ROLE_LABELS[role].hint;
  return `${endpoint.model || 'no model yet'} at ${hostOf(endpoint.baseUrl)}`;
}

function hostOf(baseUrl: string): string {
  return URL.canParse(baseUrl) ? new URL(baseUrl).host : 'no address yet';
}
