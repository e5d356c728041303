import { formatCounted } from '../../components/score/format-score.ts';
import { useAnalysis } from '../../stores/analysis-store.ts';
import { latestAnswer } from '../../stores/asked-loader.ts';
import { useAllModels } from '../../stores/models-store.ts';
import { useProject } from '../../stores/project-store.ts';
import styles from './OverviewView.module.css';

/** Over how many instances everything here is, and of how many. */
export function SetSize() {
  const project = useProject();
  const models = useAllModels();
  const shown = useAnalysis(({ leaderboard }) => latestAnswer(leaderboard)?.instances);
  const all = project?.instances ?? 0;
  const isPart = shown !== undefined && shown !== all;
  return (
    <p className={styles.size}>
      {isPart && `${formatCounted(shown, 'instance')} of `}
      {isPart
        ? formatCounted(all, 'instance').split(' ')[0]
        : formatCounted(all, 'instance')} · {formatCounted(models.length, 'model')}
    </p>
  );
}
