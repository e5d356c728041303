/** A moment as people read it, e.g. `Mar 4, 2026, 3:07 PM`. */
export function formatMoment(at: string): string {
  return new Date(at).toLocaleString('en', { dateStyle: 'medium', timeStyle: 'short' });
}
