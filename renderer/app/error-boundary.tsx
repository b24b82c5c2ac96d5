import { Component, type ReactNode } from 'react';
import { i18n } from '../i18n/index.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';

/** A screen that fails takes only itself down; everything answered is already saved. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { error: Error | null }> {
  override state: { error: Error | null } = { error: null };
  static getDerivedStateFromError(error: Error) {
    return { error };
  }
  override render() {
    if (!this.state.error) return this.props.children;
    return (
      <EmptyState
        icon="warning"
        title={i18n.t('error.title')}
        actions={
          <Button look="primary" onClick={() => location.reload()}>
            {i18n.t('error.reload')}
          </Button>
        }
      >
        {this.state.error.message}
      </EmptyState>
    );
  }
}
