import {
  CircleQuestionMark,
  ClipboardCheck,
  Columns3,
  FileInput,
  FileOutput,
  Gauge,
  GitCompareArrows,
  LayoutDashboard,
  Monitor,
  Moon,
  Settings,
  Star,
  Sun,
  Table2,
  TriangleAlert,
  Workflow,
  type LucideIcon,
} from 'lucide-react';
import { formatCount } from '../components/score/format-score.ts';
import { THEMES, useAppearance, type Theme } from '../stores/appearance-store.ts';
import { useInstances } from '../stores/instances-store.ts';
import { openLayer } from '../stores/layer-store.ts';
import { useProject } from '../stores/project-store.ts';
import type { Route } from '../stores/route.ts';
import { hrefOf, useRoute } from '../stores/route-store.ts';
import styles from './Rail.module.css';

const THEME_ICONS: Readonly<Record<Theme, LucideIcon>> = {
  system: Monitor,
  light: Sun,
  dark: Moon,
};

/** The screens, the theme and the key sheet. */
export function Rail() {
  const project = useProject();
  const selected = useInstances((state) => state.selected);
  const problems = project?.problems ?? 0;
  const problemsLabel = problems === 0 ? 'Problems' : `Problems (${formatCount(problems)})`;
  return (
    <nav className={styles.rail} aria-label="Screens">
      <ul>
        <RailLink
          to={{ screen: 'overview' }}
          icon={LayoutDashboard}
          label="Overview"
          isEnabled={project !== undefined}
        />
        <RailLink
          to={{ screen: 'instances' }}
          icon={Table2}
          label="Instances"
          isEnabled={project !== undefined}
        />
        <RailLink
          to={
            selected === undefined ? { screen: 'instance' } : { screen: 'instance', key: selected }
          }
          icon={Columns3}
          label={selected === undefined ? 'Instance (open one first)' : 'Instance'}
          isEnabled={project !== undefined && selected !== undefined}
        />
        <RailLink
          to={{ screen: 'compare' }}
          icon={GitCompareArrows}
          label="Compare"
          isEnabled={project !== undefined}
        />
        <RailLink
          to={{ screen: 'spot-check', view: {} }}
          icon={Star}
          label="Spot-check"
          isEnabled={project !== undefined}
        />
        <RailLink
          to={{ screen: 'dataset-qc', view: {} }}
          icon={ClipboardCheck}
          label="Dataset QC"
          isEnabled={project !== undefined}
        />
        <RailLink
          to={{ screen: 'runs' }}
          icon={Gauge}
          label="Runs"
          isEnabled={project !== undefined}
        />
        <RailLink
          to={{ screen: 'agent', view: {} }}
          icon={Workflow}
          label="Agent"
          isEnabled={project !== undefined}
        />
        <RailLink
          to={{ screen: 'problems', problems: {} }}
          icon={TriangleAlert}
          label={problemsLabel}
          isEnabled={project !== undefined}
          hasDot={problems > 0}
        />
        <RailLink to={{ screen: 'import' }} icon={FileInput} label="Import" isEnabled />
        <RailLink
          to={{ screen: 'export', view: {} }}
          icon={FileOutput}
          label="Export"
          isEnabled={project !== undefined}
        />
      </ul>
      <span className={styles.space} />
      <ul>
        <RailLink
          to={{ screen: 'settings' }}
          icon={Settings}
          label="Settings"
          isEnabled={project !== undefined}
        />
      </ul>
      <ThemeButton />
      <button
        type="button"
        className={styles.item}
        aria-label="Keyboard shortcuts"
        data-tip="Keyboard shortcuts"
        data-tip-keys="?"
        onClick={() => openLayer('keys')}
      >
        <CircleQuestionMark size={18} aria-hidden="true" />
      </button>
    </nav>
  );
}

function RailLink({
  to,
  icon: Icon,
  label,
  isEnabled,
  hasDot = false,
}: {
  readonly to: Partial<Route>;
  readonly icon: LucideIcon;
  readonly label: string;
  readonly isEnabled: boolean;
  readonly hasDot?: boolean;
}) {
  const route = useRoute();
  const facts = {
    className: styles.item,
    'aria-label': label,
    'data-tip': label,
    'aria-current': route.screen === to.screen ? ('page' as const) : undefined,
    'data-dot': hasDot || undefined,
  };
  const icon = <Icon size={18} aria-hidden="true" />;
  return (
    <li>
      {isEnabled ? (
        <a {...facts} href={hrefOf(to)}>
          {icon}
        </a>
      ) : (
        <a {...facts} role="link" aria-disabled="true">
          {icon}
        </a>
      )}
    </li>
  );
}

function ThemeButton() {
  const theme = useAppearance((state) => state.theme);
  const setTheme = useAppearance((state) => state.setTheme);
  const Icon = THEME_ICONS[theme];
  const next = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? 'system';
  return (
    <button
      type="button"
      className={styles.item}
      aria-label={`Theme: ${theme}. Change to ${next}`}
      data-tip={`Theme: ${theme}`}
      onClick={() => setTheme(next)}
    >
      <Icon size={18} aria-hidden="true" />
    </button>
  );
}
