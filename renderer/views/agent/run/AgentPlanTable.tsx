import { CircleCheck, CircleDashed, CircleX, type LucideIcon } from 'lucide-react';
import type { AgentMaker, AgentPlan } from '../../../../shared/model/agent.ts';
import { MODALITIES } from '../../../../shared/model/modality.ts';
import { ROLE_LABELS } from '../../../components/roles/role-labels.ts';
import { formatCount, formatCounted } from '../../../components/score/format-score.ts';
import { EstimateTable } from '../../../components/spending/EstimateTable.tsx';
import { hrefOf } from '../../../stores/route-store.ts';
import styles from './AgentPlanTable.module.css';

const ICONS: Readonly<Record<AgentMaker['state'], LucideIcon>> = {
  served: CircleCheck,
  partly: CircleDashed,
  none: CircleX,
};

/** What a run would do: who would make what, what is missing, what it would cost. */
export function AgentPlanTable({ plan }: { readonly plan: AgentPlan }) {
  const { instances, makers, unservedRoles, obstacles, gaps, why, estimates } = plan;
  return (
    <section className={styles.plan} aria-label="What this run would do">
      <p>
        <b>{formatCounted(instances, 'instance')}</b> to answer, {plan.concurrency} questions at
        once.
      </p>
      {obstacles.length + gaps.length > 0 && (
        <ul className={styles.obstacles} aria-label="What is missing">
          {[...obstacles, ...gaps].map((each) => (
            <li key={each}>{each}</li>
          ))}
        </ul>
      )}
      {unservedRoles.length > 0 && (
        <p className={styles.obstacles}>
          Nobody serves {unservedRoles.map((role) => ROLE_LABELS[role].label).join(', ')}.{' '}
          <a href={hrefOf({ screen: 'settings', view: { section: 'endpoints' } })}>
            Set endpoints in the settings
          </a>
        </p>
      )}
      {makers.length > 0 && (
        <table>
          <caption>Who makes what</caption>
          <thead>
            <tr>
              <th scope="col">Kind</th>
              <th scope="col">Instances</th>
              <th scope="col">Made by</th>
            </tr>
          </thead>
          <tbody>
            {makers.map((maker) => (
              <MakerRow key={maker.modality} maker={maker} />
            ))}
          </tbody>
        </table>
      )}
      {estimates.length > 0 && <EstimateTable estimates={estimates} />}
      {why.length > 0 && (
        <ul className={styles.why}>
          {why.map((each) => (
            <li key={each}>{each}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

function MakerRow({ maker }: { readonly maker: AgentMaker }) {
  const Icon = ICONS[maker.state];
  return (
    <tr data-state={maker.state}>
      <th scope="row">{MODALITIES[maker.modality].label}</th>
      <td>{formatCount(maker.instances)}</td>
      <td>
        <span className={styles.maker}>
          <Icon size={13} aria-hidden="true" />
          <span>
            {maker.state === 'served' ? <code>{maker.tools.join(', ')}</code> : maker.message}
          </span>
        </span>
      </td>
    </tr>
  );
}
