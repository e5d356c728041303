import { Command } from 'lucide-react';
import { Button } from '../components/button/Button.tsx';
import { HeaderOutlet } from '../components/header-slot/HeaderSlot.tsx';
import { Kbd } from '../components/kbd/Kbd.tsx';
import { openLayer } from '../stores/layer-store.ts';
import { Crumb } from './Crumb.tsx';
import styles from './Header.module.css';

export function Header() {
  return (
    <header className={styles.header}>
      <Crumb />
      <HeaderOutlet place="facts" className={styles.facts} />
      <span className={styles.space} />
      <HeaderOutlet place="tools" className={styles.tools} />
      <Button className={styles.palette ?? ''} onClick={() => openLayer('palette')}>
        <Command size={13} aria-hidden="true" />
        <span className={styles.word}>Commands</span>
        <Kbd keys="Mod+K" />
      </Button>
    </header>
  );
}
