import { languagesNamed, LANGUAGES } from '../../../modalities/code/languages.ts';
import { guessLanguages } from '../../../modalities/code/guess-language.ts';
import type { LocalTool } from '../define.ts';
import { badOrder, writeMade } from '../write-made.ts';

/** Writes code as it was ordered: it stands in the prediction itself, and in a file beside it. */
export const codeTool: LocalTool = {
  id: 'code',
  modality: 'code',
  description:
    `Writes code. content: the whole source, without remarks around it; data: {"language"}, ` +
    `one of ${LANGUAGES.map(({ id }) => id).join(', ')} or another.`,
  isGeneral: true,
  async make({ tag, content = '', data }, dir) {
    const fence = /^\s*```([^\n]*)\n([\s\S]*?)\n?```\s*$/.exec(content);
    const source = (fence?.[2] ?? content).replace(/\s+$/, '');
    if (source.trim() === '') {
      return badOrder(`Code needs its source in "content"; the order of "${tag}" has none.`);
    }
    const named = languageNamed(data) ?? fence?.[1] ?? '';
    const [language] = named.trim() === '' ? guessLanguages(source) : languagesNamed(named);
    return await writeMade(dir, tag, language?.extensions[0] ?? 'txt', `${source}\n`, source);
  },
};

function languageNamed(data: unknown): string | undefined {
  if (typeof data !== 'object' || data === null || !('language' in data)) return undefined;
  return typeof data.language === 'string' ? data.language : undefined;
}
