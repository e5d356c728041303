import { instanceKey } from '../../../../shared/model/dataset.ts';
import { loadCapabilities } from '../../load/capabilities.ts';
import { loadRatings } from '../../load/ratings.ts';
import { keepProblems, type FileEnd, type ImportContext, type OpenFile } from './import-context.ts';

/** Reads a file of ratings. They name their instance by key, so they need none to be there yet. */
export async function readRatings(context: ImportContext, open: OpenFile): Promise<FileEnd> {
  const { ratings, problems } = await loadRatings(open.file.path);
  context.cancel.check();
  const settle = () => {
    for (const { field, subdomain, id, ordinal, ...rating } of ratings) {
      const key = instanceKey(field, subdomain, id, ordinal);
      context.writers.rating({ ...rating, key, fileId: open.file.id });
    }
    keepProblems(context, open, problems);
  };
  return { settle };
}

/** Reads the capability table (quirk 6). */
export async function readCapabilities(context: ImportContext, open: OpenFile): Promise<FileEnd> {
  const { capabilities, problems } = await loadCapabilities(open.file.path);
  context.cancel.check();
  const settle = () => {
    for (const { field, subdomain, id, capabilities: names } of capabilities) {
      const key = instanceKey(field, subdomain, id);
      for (const name of names) context.writers.capability(key, name, open.file.id);
    }
    keepProblems(context, open, problems);
  };
  return { settle };
}
