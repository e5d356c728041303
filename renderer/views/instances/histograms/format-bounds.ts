/** A bound as scores are shown: ×100, with a decimal only where there is one. */
export function formatBound(value: number | undefined): string {
  if (value === undefined) return '';
  const text = (Math.abs(value) * 100).toFixed(1).replace(/\.0$/, '');
  return value < 0 && text !== '0' ? `−${text}` : text;
}

/** What lies between two bounds; an open end is said by the other. */
export function formatSpan(min: number | undefined, max: number | undefined): string {
  if (min === undefined) return max === undefined ? 'all' : `below ${formatBound(max)}`;
  // the upper end is no part of it, except at the end of the scale
  if (max === undefined || max >= 1) return `${formatBound(min)} and more`;
  return `${formatBound(min)} to below ${formatBound(max)}`;
}
