import { Button } from '../../../components/button/Button.tsx';
import { latest } from '../../../stores/async-data.ts';
import { useNative } from '../../../stores/native-import-store.ts';
import { navigate } from '../../../stores/route-store.ts';
import { ConfirmStep } from './ConfirmStep.tsx';
import { FolderStep } from './FolderStep.tsx';
import styles from './NativeWizard.module.css';
import { PreviewStep } from './PreviewStep.tsx';
import { RuleStep } from './RuleStep.tsx';
import { Written } from './Written.tsx';

/** From another system's folder to a model's predictions; nothing is written before the last step. */
export function NativeWizard() {
  const look = useNative((state) => latest(state.look));
  const preview = useNative((state) => latest(state.preview));
  const written = useNative((state) => latest(state.written));
  if (written !== undefined) return <Written report={written} />;
  return (
    <div className={styles.wizard}>
      <header className={styles.header}>
        <div>
          <h1>Import another system’s output</h1>
          <p>
            MIO, AnyGPT, NExT-GPT and Omni-IO Skills write folders of their own. They become UniM
            predictions; nothing is written before you confirm.
          </p>
        </div>
        <Button variant="quiet" onClick={() => navigate({ view: {} })}>
          Import UniM files
        </Button>
      </header>
      <FolderStep />
      {look?.system !== undefined && <RuleStep look={look} />}
      <PreviewStep />
      {preview !== undefined && <ConfirmStep preview={preview} />}
    </div>
  );
}
