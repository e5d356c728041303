/**
 * The font faces that the page has loaded, as CSS with their data in it: a picture of the page can ask
 * for nothing.
 */
export async function loadedFontFaces(): Promise<string> {
  const loaded = new Set(
    [...document.fonts].filter(({ status }) => status === 'loaded').map(nameOf),
  );
  const faces = [...document.styleSheets].flatMap((sheet) =>
    [...sheet.cssRules].flatMap((rule) => {
      if (!(rule instanceof CSSFontFaceRule)) return [];
      const { style } = rule;
      const family = style.getPropertyValue('font-family');
      const range = style.getPropertyValue('unicode-range');
      if (!loaded.has(nameOf({ family, unicodeRange: range }))) return [];
      const source = /url\("?([^")]+)"?\)/.exec(style.getPropertyValue('src'))?.[1];
      if (source === undefined) return [];
      return [{ rule, source, url: new URL(source, sheet.href ?? location.href).href }];
    }),
  );
  const texts = await Promise.all(
    faces.map(async ({ rule, source, url }) => rule.cssText.replace(source, await dataUrl(url))),
  );
  return texts.join('\n');
}

/** Browsers write families with quotes or without, and ranges in either case. */
function nameOf({ family, unicodeRange }: Pick<FontFace, 'family' | 'unicodeRange'>): string {
  const range = unicodeRange === '' ? 'U+0-10FFFF' : unicodeRange;
  return `${family.replaceAll(/["']/g, '')} ${range.replaceAll(' ', '')}`.toLowerCase();
}

async function dataUrl(url: string): Promise<string> {
  const blob = await (await fetch(url)).blob();
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(reader.result as string)); // as it was asked for
    reader.addEventListener('error', () => reject(new Error('A font cannot be read.')));
    reader.readAsDataURL(blob);
  });
}
