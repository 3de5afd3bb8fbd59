import type { ReactNode } from 'react';
import styles from './panel.module.css';

interface PanelProps {
  readonly children: ReactNode;
  /** Id of the heading that names the panel as a region. */
  readonly labelledBy?: string;
}

/** A raised surface. */
export function Panel({ children, labelledBy }: PanelProps) {
  return (
    <section className={styles.panel} aria-labelledby={labelledBy}>
      {children}
    </section>
  );
}
