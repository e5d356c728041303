import { Boxes, Cable, Calculator, MessageSquareText, Tags, type LucideIcon } from 'lucide-react';

export const SECTIONS = ['endpoints', 'scoring', 'prompts', 'models', 'tags'] as const;
export type SectionId = (typeof SECTIONS)[number];

/** The sections as they are listed, each with what stands in it. */
export const SECTION_LABELS: Readonly<
  Record<SectionId, { label: string; hint: string; icon: LucideIcon }>
> = {
  endpoints: { label: 'Endpoints', hint: 'who judges and captions', icon: Cable },
  scoring: { label: 'Scoring', hint: 'η, scale, repeats', icon: Calculator },
  prompts: { label: 'Prompts', hint: 'what is asked', icon: MessageSquareText },
  tags: { label: 'Tags', hint: 'what errors are called', icon: Tags },
  models: { label: 'Models', hint: 'what they take, for τ', icon: Boxes },
};
