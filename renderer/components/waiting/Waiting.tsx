import type { EndpointWait } from '../../../shared/model/run.ts';
import styles from './Waiting.module.css';

const CLOCK = new Intl.DateTimeFormat('en-US', { timeStyle: 'medium' });

/** Nothing comes of an endpoint for a while: why, and until when. */
export function Waiting({ waiting }: { readonly waiting: EndpointWait }) {
  return (
    <p className={styles.waiting} role="status">
      {waiting.message}
      <small>
        It is asked again at {CLOCK.format(new Date(waiting.until))}; what was done is kept. To ask
        another: cancel, change the endpoint in the settings, and resume.
      </small>
    </p>
  );
}
