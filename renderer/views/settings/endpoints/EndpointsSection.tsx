import { useEffect } from 'react';
import type { EndpointKey } from '../../../../shared/model/endpoint.ts';
import { loadKeys } from '../../../stores/keys-store.ts';
import { navigate, useRoute } from '../../../stores/route-store.ts';
import { draftSettings } from '../../../stores/settings-draft.ts';
import { useSettings, type KeptSettings } from '../../../stores/settings-store.ts';
import { LISTED_ROLES } from '../../../components/roles/role-labels.ts';
import { EndpointForm } from './EndpointForm.tsx';
import styles from './EndpointsSection.module.css';
import { NoEndpoint } from './NoEndpoint.tsx';
import { RoleList } from './RoleList.tsx';

/** Who judges and who captions: one endpoint for all roles, or one a role. */
export function EndpointsSection({ kept }: { readonly kept: KeptSettings }) {
  const asked = useRoute((route) => route.view['role']);
  const role: EndpointKey = LISTED_ROLES.find((each) => each === asked) ?? '*';
  const draft = useSettings((state) => state.draft) ?? draftSettings(kept.settings);
  useEffect(() => void loadKeys(), []);
  const endpoint = draft.endpoints[role];
  return (
    <div className={styles.section}>
      <div className={styles.roles}>
        <p className={styles.intro}>
          Any OpenAI-compatible address serves: the vendor’s, or one of your own machines. Nothing
          is asked before a run is started or an endpoint is tested.
        </p>
        <RoleList
          draft={draft}
          kept={kept}
          shown={role}
          onShow={(next) => navigate({ view: { section: 'endpoints', role: next } })}
        />
      </div>
      <div className={styles.main}>
        {endpoint === undefined ? (
          <NoEndpoint role={role} shared={draft.endpoints['*']} />
        ) : (
          <EndpointForm key={role} role={role} endpoint={endpoint} place={kept.keys[role]} />
        )}
      </div>
    </div>
  );
}
