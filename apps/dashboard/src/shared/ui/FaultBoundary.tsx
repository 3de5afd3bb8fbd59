import { Component, type ReactNode } from 'react';
import { FaultMessage } from './FaultMessage';
import { Panel } from './Panel';

interface FaultBoundaryProps {
  readonly children: ReactNode;
  /** Where the reader is: going elsewhere clears a shown fault. Not a key, which would take the focus away with every choice. */
  readonly place: string;
}

/** Shows a failure in place of a part of the page that broke while drawing (or whose code couldn't be fetched). */
export class FaultBoundary extends Component<FaultBoundaryProps, { readonly fault: unknown }> {
  override readonly state: { readonly fault: unknown } = { fault: null };

  static getDerivedStateFromError(fault: unknown): { readonly fault: unknown } {
    return { fault };
  }

  override componentDidUpdate(previous: FaultBoundaryProps): void {
    if (this.state.fault !== null && previous.place !== this.props.place) this.setState({ fault: null });
  }

  override render(): ReactNode {
    if (this.state.fault === null) return this.props.children;
    // A reload, not a second drawing: after a release the old page asks for code that's gone.
    return (
      <Panel>
        <FaultMessage fault={this.state.fault} level={1} onRetry={() => window.location.reload()} />
      </Panel>
    );
  }
}
