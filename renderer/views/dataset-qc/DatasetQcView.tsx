import { useRoute } from '../../stores/route-store.ts';
import { StartView } from './start/StartView.tsx';
import { readSeat } from './seat.ts';
import { WorkView } from './work/WorkView.tsx';

/** Quality control of the dataset: look it through, review and revise, check by another name, export. */
export function DatasetQcView() {
  const view = useRoute((route) => route.view);
  const seat = readSeat(view);
  return seat === undefined ? <StartView /> : <WorkView seat={seat} />;
}
