import type { TaxonomyTag } from '../../../../shared/model/taxonomy.ts';

/**
 * Tags that are meant by what is typed: every word of it stands in label, group or hint. Those whose
 * label begins with it come first, then those whose label holds it; else the order stays.
 */
export function findTags(tags: readonly TaxonomyTag[], text: string): TaxonomyTag[] {
  const typed = text.trim().toLowerCase();
  if (typed === '') return [...tags];
  const words = typed.split(/\s+/);
  const rank = ({ label }: TaxonomyTag) => {
    const name = label.toLowerCase();
    if (name.startsWith(typed)) return 0;
    return words.every((word) => name.includes(word)) ? 1 : 2;
  };
  return tags
    .filter(({ label, group, hint }) => {
      const all = `${label} ${group} ${hint}`.toLowerCase();
      return words.every((word) => all.includes(word));
    })
    .sort((a, b) => rank(a) - rank(b));
}
