import type { InstanceSpec } from '../build/spec.ts';
import { art } from './art.ts';
import { education } from './education.ts';
import { entertainment } from './entertainment.ts';
import { finance } from './finance.ts';
import { history } from './history.ts';
import { linguistics } from './linguistics.ts';
import { politics } from './politics.ts';
import { psychology } from './psychology.ts';
import { sociology } from './sociology.ts';
import { culture } from './culture.ts';
import { fashion } from './fashion.ts';
import { food } from './food.ts';
import { health } from './health.ts';
import { news } from './news.ts';
import { pets } from './pets.ts';
import { sports } from './sports.ts';
import { tourism } from './tourism.ts';
import { architecture } from './architecture.ts';
import { biology } from './biology.ts';
import { chemistry } from './chemistry.ts';
import { computerScience } from './computer-science.ts';
import { earthScience } from './earth-science.ts';
import { engineering } from './engineering.ts';
import { environment } from './environment.ts';
import { law } from './law.ts';
import { math } from './math.ts';
import { medicine } from './medicine.ts';
import { physics } from './physics.ts';
import { programmingMore } from './programming-more.ts';
import { programming } from './programming.ts';

/** All instances of the demo, in the order of the release's folders. */
export const INSTANCES: readonly InstanceSpec[] = [
  ...math,
  ...physics,
  ...chemistry,
  ...biology,
  ...computerScience,
  ...programming,
  ...programmingMore,
  ...engineering,
  ...medicine,
  ...earthScience,
  ...environment,
  ...finance,
  ...law,
  ...linguistics,
  ...psychology,
  ...education,
  ...history,
  ...art,
  ...sociology,
  ...politics,
  ...sports,
  ...news,
  ...culture,
  ...entertainment,
  ...food,
  ...architecture,
  ...tourism,
  ...fashion,
  ...health,
  ...pets,
];
