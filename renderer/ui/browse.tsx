/** A screen to find calls in: filters, the list with its keys, a preview that can be heard. */
import type { ReactNode } from 'react';
import { useKeyLabel } from '../commands/use-key-label.ts';
import styles from './browse.module.css';
import { Button } from './button.tsx';
import { Kbd } from './kbd.tsx';
import { SidePane } from './side-pane.tsx';

export function BrowseScreen({ children }: { children: ReactNode }) {
  return <div className={styles.screen}>{children}</div>;
}

interface BrowsePanesProps {
  filters: ReactNode;
  preview: ReactNode;
  /** What the side columns are called where they are folded away. */
  words: { filters: string; preview: string };
  /** The list with what stands above and below it. */
  children: ReactNode;
}

export function BrowsePanes({ filters, preview, words, children }: BrowsePanesProps) {
  return (
    <div className={styles.panes}>
      <SidePane side="start" icon="filter" label={words.filters} className={styles.filters}>
        {filters}
      </SidePane>
      <section className={styles.list}>{children}</section>
      <SidePane side="end" icon="speaker" label={words.preview} className={styles.previewSide}>
        {preview}
      </SidePane>
    </div>
  );
}

interface BrowseFooterProps {
  /** What the keys of the list do, as short words. */
  words: { move: string; play: string; open: string };
  /** Before the keys. */
  children?: ReactNode;
}

export function BrowseFooter({ words, children }: BrowseFooterProps) {
  const [down, play, open] = [useKeyLabel('list.down'), useKeyLabel('play.toggle'), useKeyLabel('list.open')];
  return (
    <footer className={styles.footer}>
      {children && (
        <>
          {children}
          <i className={styles.gap} />
        </>
      )}
      <span>
        <Kbd>↑</Kbd>
        <Kbd>{down}</Kbd> {words.move}
      </span>
      <span>
        <Kbd>{play}</Kbd> {words.play}
      </span>
      <span>
        <Kbd>{open}</Kbd> {words.open}
      </span>
    </footer>
  );
}

/** The column of the preview; it stays while nothing is selected. */
export function PreviewColumn({ label, children }: { label: string; children: ReactNode }) {
  return (
    <aside className={styles.preview} aria-label={label}>
      {children}
    </aside>
  );
}

interface PreviewBodyProps {
  /** What the button at the foot says; it does what the list's key for opening does. */
  open: string;
  onOpen: () => void;
  children: ReactNode;
}

export function PreviewBody({ open, onOpen, children }: PreviewBodyProps) {
  return (
    <>
      <div className={styles.scroll}>{children}</div>
      <footer className={styles.foot}>
        <Button look="primary" className={styles.open} kbd={useKeyLabel('list.open')} onClick={onOpen}>
          {open}
        </Button>
      </footer>
    </>
  );
}
