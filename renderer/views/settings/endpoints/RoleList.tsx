import type { EndpointKey, EndpointSettings } from '../../../../shared/model/endpoint.ts';
import {
  draftEndpoint,
  type EndpointDraft,
  type SettingsDraft,
} from '../../../stores/settings-draft.ts';
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
  const before = kept.settings.endpoints[role];
  if (before === undefined || isChanged(own, before)) return ['unsaved', 'not saved'];
  const place = kept.keys[role];
  const isKeyMissing = place !== undefined && place.from !== 'none' && !place.isThere;
  return isKeyMissing ? ['key', 'key missing'] : ['own', 'set'];
}

function isChanged(draft: EndpointDraft, before: EndpointSettings): boolean {
  return JSON.stringify(draft) !== JSON.stringify(draftEndpoint(before));
}

function describe(role: EndpointKey, endpoint: EndpointDraft | undefined): string {
  if (endpoint === undefined) return ROLE_LABELS[role].hint;
  return `${endpoint.model || 'no model yet'} at ${hostOf(endpoint.baseUrl)}`;
}

function hostOf(baseUrl: string): string {
  return URL.canParse(baseUrl) ? new URL(baseUrl).host : 'no address yet';
}
