import { Skeleton } from '@mantine/core';
import { useResizeObserver } from '@mantine/hooks';
import { Suspense, type ReactNode } from 'react';
import { usePrinting } from '../lib/use-printing';
import styles from './chart-frame.module.css';

/** Room on an A4 page in portrait, in pixels. */
const PAPER = { width: 680, height: 300 };

interface ChartFrameProps {
  /** Draws the chart at a size in pixels. */
  readonly children: (size: { readonly width: number; readonly height: number }) => ReactNode;
}

/** Gives a chart its size: the width there is, and a height that the style sheet alone decides, so that nothing jumps when it arrives. */
export function ChartFrame({ children }: ChartFrameProps) {
  const [ref, measured] = useResizeObserver<HTMLDivElement>();
  const printing = usePrinting();
  const size = printing ? PAPER : { width: Math.floor(measured.width), height: Math.floor(measured.height) };
  const placeholder = <Skeleton height="100%" radius="sm" />;
  return (
    <div className={styles.room}>
      <div className={styles.frame}>
        <div className={styles.probe} ref={ref} aria-hidden="true" />
        <Suspense fallback={placeholder}>{size.width > 0 ? children(size) : placeholder}</Suspense>
      </div>
    </div>
  );
}
