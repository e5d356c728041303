import type { ModalityCompareProps } from '../define.ts';
import { AbsentEntries } from '../parts/AbsentEntries.tsx';
import { fileEntries } from '../parts/file-entries.ts';
import styles from './Compare.module.css';
import { SoundDesk } from './SoundDesk.tsx';

/** Sounds under each other on one clock. */
export function Compare({ entries, services, goal }: ModalityCompareProps) {
  const { files, absent } = fileEntries(entries);
  return (
    <div className={styles.compare}>
      <AbsentEntries entries={absent} />
      <SoundDesk entries={files} services={services} goal={goal} />
    </div>
  );
}
