import type * as MathModule from './math-plugin.ts';
import { useEffect, useState } from 'react';

type MathPlugin = typeof MathModule;
let loaded: MathPlugin | undefined;

/** The maths renderer once it is here; undefined before, and where it is not needed. */
export function useMath(isNeeded: boolean): MathPlugin | undefined {
  const [plugin, setPlugin] = useState(loaded);
  useEffect(() => {
    if (!isNeeded || plugin !== undefined) return;
    let isGone = false;
    void import('./math-plugin.ts').then((module) => {
      loaded = module;
      if (!isGone) setPlugin(module);
    });
    return () => {
      isGone = true;
    };
  }, [isNeeded, plugin]);
  return isNeeded ? (plugin ?? loaded) : undefined;
}
