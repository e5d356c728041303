import { useEffect } from 'react';
import { ErrorText } from '../../components/error-text/ErrorText.tsx';
import { Spinner } from '../../components/spinner/Spinner.tsx';
import { latest } from '../../stores/async-data.ts';
import { usePrompts } from '../../stores/prompts-store.ts';
import { hrefOf, useRoute } from '../../stores/route-store.ts';
import { changedParts } from '../../stores/settings-draft.ts';
import { loadSettings, useSettings, type KeptSettings } from '../../stores/settings-store.ts';
import { useTaxonomy } from '../../stores/taxonomy-store.ts';
import { EndpointsSection } from './endpoints/EndpointsSection.tsx';
import { ModelsSection } from './models/ModelsSection.tsx';
import { PromptsSection } from './prompts/PromptsSection.tsx';
import { SaveBar } from './SaveBar.tsx';
import { ScoringSection } from './scoring/ScoringSection.tsx';
import { TagsSection } from './tags/TagsSection.tsx';
import { SECTION_LABELS, SECTIONS, type SectionId } from './sections.ts';
import styles from './SettingsView.module.css';

/** What is kept with the project: who is asked, how figures are made, with which words. */
export function SettingsView() {
  const asked = useRoute((route) => route.view['section']);
  const section = SECTIONS.find((id) => id === asked) ?? 'endpoints';
  const kept = useSettings((state) => state.kept);
  useEffect(() => void loadSettings(), []);
  const data = latest(kept);
  return (
    <div className={styles.view}>
      <nav className={styles.nav} aria-label="Sections of the settings">
        <h1>Settings</h1>
        <Sections shown={section} />
      </nav>
      <div className={styles.content}>
        <section
          className={styles.section}
          aria-label={SECTION_LABELS[section].label}
          key={section}
        >
          {kept.status === 'failed' && <ErrorText error={kept.error} />}
          {data === undefined && kept.status === 'loading' && <Spinner label="Loading settings" />}
          {data !== undefined && <Section id={section} kept={data} />}
        </section>
        <SaveBar />
      </div>
    </div>
  );
}

function Section({ id, kept }: { readonly id: SectionId; readonly kept: KeptSettings }) {
  switch (id) {
    case 'endpoints':
      return <EndpointsSection kept={kept} />;
    case 'scoring':
      return <ScoringSection kept={kept.settings} />;
    case 'prompts':
      return <PromptsSection />;
    case 'models':
      return <ModelsSection />;
    case 'tags':
      return <TagsSection />;
  }
}

function Sections({ shown }: { readonly shown: SectionId }) {
  const changed = useChangedSections();
  return (
    <ul>
      {SECTIONS.map((id) => {
        const { label, hint, icon: Icon } = SECTION_LABELS[id];
        return (
          <li key={id}>
            <a
              className={styles.link}
              href={hrefOf({ screen: 'settings', view: { section: id } })}
              aria-current={id === shown ? 'page' : undefined}
            >
              <Icon size={15} aria-hidden="true" />
              <span>
                {label}
                {changed.has(id) && <span className={styles.dot} role="img" aria-label="unsaved" />}
              </span>
              <small>{hint}</small>
            </a>
          </li>
        );
      })}
    </ul>
  );
}

/** Sections with something that is not saved yet. */
function useChangedSections(): ReadonlySet<SectionId> {
  const draft = useSettings((state) => state.draft);
  const kept = useSettings((state) => latest(state.kept));
  const hasTags = useTaxonomy((state) => state.draft !== undefined);
  const hasPrompts = usePrompts((state) => Object.keys(state.drafts).length > 0);
  const parts = draft === undefined || kept === undefined ? [] : changedParts(draft, kept.settings);
  return new Set([
    ...parts.map((part): SectionId => (part === 'scoring' ? part : 'endpoints')),
    ...(hasTags ? (['tags'] as const) : []),
    ...(hasPrompts ? (['prompts'] as const) : []),
  ]);
}
