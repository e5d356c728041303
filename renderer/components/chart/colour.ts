// Sums with colours of the form `#rrggbb` or `#rgb`, the forms that the tokens have in a built page.

type Rgb = readonly [red: number, green: number, blue: number];

function parse(colour: string): Rgb {
  const found = /^#((?:[0-9a-f]{3}){1,2})$/i.exec(colour.trim())?.[1];
  if (found === undefined) throw new Error(`not a colour of the form #rrggbb: "${colour}"`);
  const digits = found.length === 3 ? found.replace(/./g, '$&$&') : found;
  const part = (at: number) => Number.parseInt(digits.slice(at, at + 2), 16);
  return [part(0), part(2), part(4)];
}

/** `share` of `to` in `from`: 0 is `from`, 1 is `to`. */
export function mixColours(from: string, to: string, share: number): string {
  const [a, b] = [parse(from), parse(to)];
  return `#${a
    .map((part, index) => Math.round(part + ((b[index] ?? part) - part) * share))
    .map((part) => part.toString(16).padStart(2, '0'))
    .join('')}`;
}

/** Contrast of two colours, 1 to 21. @source WCAG 2.2, contrast ratio and relative luminance */
export function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

function luminance(colour: string): number {
  const [red, green, blue] = parse(colour).map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as unknown as Rgb;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Black or white, whichever reads better on a colour: at least 4.5 on any. */
export function inkOn(colour: string): string {
  return contrast(colour, '#000000') >= contrast(colour, '#ffffff') ? '#000000' : '#ffffff';
}
