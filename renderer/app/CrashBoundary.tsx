import { Component, type ReactNode } from 'react';
import { Button } from '../components/button/Button.tsx';
import { ErrorText } from '../components/error-text/ErrorText.tsx';
import styles from './Screen.module.css';

interface Props {
  readonly children: ReactNode;
}

/** Keeps a bug in one screen from taking the app with it. */
export class CrashBoundary extends Component<Props, { readonly error: Error | undefined }> {
  override state = { error: undefined };

  static getDerivedStateFromError(error: Error) {
    return { error };
  }

  override render(): ReactNode {
    const error: Error | undefined = this.state.error;
    if (error === undefined) return this.props.children;
    return (
      <div className={styles.centre}>
        <ErrorText
          error={{
            code: 'internal',
            message: `This screen hit a bug: ${(error as Error).message}`,
          }}
          actions={<Button onClick={() => this.setState({ error: undefined })}>Try again</Button>}
        />
      </div>
    );
  }
}
