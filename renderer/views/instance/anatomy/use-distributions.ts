import { useEffect } from 'react';
import { loadDistributions } from '../../../stores/distributions-store.ts';

/** Longer than somebody who steps through instances stays at one. */
const REST_MS = 150;

/** Asks where the figures of an instance lie among their model's, once it has rested. */
export function useDistributions(key: string, models: readonly string[]): void {
  useEffect(() => {
    if (models.length === 0) return undefined;
    const timer = setTimeout(() => void loadDistributions(key, models), REST_MS);
    return () => clearTimeout(timer);
  }, [key, models]);
}
