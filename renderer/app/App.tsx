import { TooltipLayer } from '../components/tooltip/TooltipLayer.tsx';
import { useKeymap } from '../hooks/use-keymap.ts';
import styles from './App.module.css';
import { Footer } from './Footer.tsx';
import { Header } from './Header.tsx';
import { Layers } from './Layers.tsx';
import { Rail } from './Rail.tsx';
import { Screen } from './Screen.tsx';
import { useAppActions } from './use-app-actions.ts';

/** The frame that stays: header, rail, the open screen, footer; dialogs and the tooltip above it. */
export function App() {
  useKeymap();
  useAppActions();
  return (
    <div className={styles.app}>
      <a
        className={styles.skip}
        href="#main"
        onClick={(event) => {
          event.preventDefault(); // the address names the screen, it has no room for an anchor
          document.getElementById('main')?.focus();
        }}
      >
        Skip to the content
      </a>
      <Header />
      <Rail />
      <main id="main" className={styles.main} tabIndex={-1}>
        <Screen />
      </main>
      <Footer />
      <Layers />
      <TooltipLayer />
    </div>
  );
}
