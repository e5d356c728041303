import { Cable } from 'lucide-react';
import type { EndpointKey } from '../../../../shared/model/endpoint.ts';
import { Button } from '../../../components/button/Button.tsx';
import { EmptyState } from '../../../components/empty-state/EmptyState.tsx';
import { draftEndpoint, type EndpointDraft } from '../../../stores/settings-draft.ts';
import { editEndpoint } from '../../../stores/settings-store.ts';
import { ROLE_LABELS } from '../../../components/roles/role-labels.ts';

/** A role without an endpoint of its own, and how it gets one. */
export function NoEndpoint({
  role,
  shared,
}: {
  readonly role: EndpointKey;
  readonly shared: EndpointDraft | undefined;
}) {
  const { label } = ROLE_LABELS[role];
  const isServed = shared !== undefined && role !== '*';
  return (
    <EmptyState
      icon={Cable}
      title={isServed ? `${label}: served by the endpoint of all roles` : `${label}: no endpoint`}
      hint={
        isServed
          ? 'Give this role an endpoint of its own when another model should do it.'
          : 'Without one nothing is judged or captioned; imported scores and signal-based quality work as they are.'
      }
      actions={
        <>
          <Button variant="primary" onClick={() => editEndpoint(role, draftEndpoint())}>
            Set an endpoint
          </Button>
          {isServed && (
            <Button onClick={() => editEndpoint(role, shared)}>Begin with a copy</Button>
          )}
        </>
      }
    />
  );
}
