import type { InstanceSpec } from '../build/spec.ts';
import { architecture } from './architecture.ts';
import { biology } from './biology.ts';
import { chemistry } from './chemistry.ts';
import { environment } from './environment.ts';
import { law } from './law.ts';
import { physics } from './physics.ts';
import { programming } from './programming.ts';

/** All instances of the demo, in the order of the release's folders. */
export const INSTANCES: readonly InstanceSpec[] = [
  ...physics,
  ...chemistry,
  ...biology,
  ...programming,
  ...environment,
  ...law,
  ...architecture,
];
