import { Component, type ReactNode } from 'react';
import { StateBox } from '../../modalities/parts/StateBox.tsx';

interface Props {
  readonly children: ReactNode;
  /** Said when it crashed, e.g. the tag. */
  readonly name: string;
  readonly actions?: ReactNode;
}

/** Keeps a crashed viewer from taking the page with it: shows why, and tries again when asked. */
export class CrashBoundary extends Component<Props, { readonly error: Error | undefined }> {
  override state: { readonly error: Error | undefined } = { error: undefined };

  static getDerivedStateFromError(error: unknown) {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override render() {
    const { error } = this.state;
    if (error === undefined) return this.props.children;
    return (
      <StateBox
        kind="bad"
        title={`The viewer of ${this.props.name} stopped`}
        detail={error.message}
      >
        <button type="button" onClick={() => this.setState({ error: undefined })}>
          Try again
        </button>
        {this.props.actions}
      </StateBox>
    );
  }
}
