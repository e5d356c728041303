// Turns the transcribed tables into rows. Nothing is recomputed: figures stay as they are printed.
import { normaliseSubdomain } from '../../../../shared/model/dataset.ts';
import type { PublishedResults, PublishedRow } from '../../../../shared/model/published.ts';
import results from './published-results.json' with { type: 'json' };

type Figures = Readonly<Record<string, number>>;
/** By field and model. */
type Table = Readonly<Record<string, Readonly<Record<string, Figures>>>>;
type Level3 = [number, number, number];

/** Every published figure, as rows. */
export function readPublished(): PublishedResults {
  const { source, structure, semanticQuality, coherence, dataset, followUp } = results;
  const tables: readonly Table[] = [structure, semanticQuality, coherence];
  const byField = tables.flatMap((table) =>
    Object.entries(table).flatMap(([field, models]) =>
      Object.entries(models).flatMap(([model, figures]) => rowsOf(model, field, figures)),
    ),
  );
  const rank = (row: PublishedRow) => results.leaderboardOrder.indexOf(row.model);
  const { source: followUpSource, ...systems } = followUp;
  return {
    sets: [
      { id: 'unim', source, note: results.scale, rows: byField.sort((a, b) => rank(a) - rank(b)) },
      {
        id: 'unima-ablation',
        source,
        note: 'Ablation of UniMA.',
        rows: Object.entries(results.ablationUniMA).flatMap(([variant, figures]) =>
          rowsOf(variant === 'full' ? 'UniMA' : `UniMA, ${variant}`, 'all', figures),
        ),
      },
      {
        id: 'omni-io',
        source: followUpSource,
        rows: Object.entries(systems).flatMap(([model, figures]) => rowsOf(model, 'all', figures)),
      },
    ],
    humanAgreement: Object.entries(results.humanAgreement).map(([name, pearson]) => ({
      metric: name.replace('_pearson', ''),
      pearson,
    })),
    dataset: {
      source,
      instances: dataset.instances,
      combinations: dataset.interleavedCombinations,
      modalities: Object.entries(dataset.modality).map(([modality, count]) => ({
        modality,
        count,
      })),
      difficulties: Object.values(dataset.difficulty) as Level3, // easy, medium, hard in the file
      fields: Object.entries(dataset.field).map(([field, count]) => ({
        field,
        count,
        difficulties: dataset.difficultyByField[
          field as keyof typeof dataset.difficultyByField
        ] as Level3, // the same fields
      })),
      subdomains: Object.entries(dataset.subdomains).flatMap(([field, subdomains]) =>
        Object.entries(subdomains).map(([name, difficulties]) => ({
          field,
          subdomain: normaliseSubdomain(name),
          label: name.replace(/^\d+ /, ''),
          difficulties: difficulties as Level3, // three numbers each
        })),
      ),
      capabilities: Object.entries(dataset.capabilities).map(([id, label]) => ({ id, label })),
    },
  };
}

/** `SQCS_abs` is the metric SQCS in the mode abs; `inputSupport` is the supporting rate τ. */
function rowsOf(model: string, group: string, figures: Figures): PublishedRow[] {
  return Object.entries(figures).map(([name, percent]) => {
    const [metric = name, mode] = name.split('_');
    return {
      model,
      group,
      metric: metric === 'inputSupport' ? 'tau' : metric,
      ...(mode === 'abs' || mode === 'rel' ? { mode } : {}),
      percent,
    };
  });
}
