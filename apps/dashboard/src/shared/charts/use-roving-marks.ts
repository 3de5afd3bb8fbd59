import { useRef, useState, type KeyboardEvent } from 'react';

interface RovingMarks {
  /** The mark pointed at or focused now. */
  readonly active: number | null;
  /** The one mark the Tab key stops at. */
  readonly tabStop: number;
  readonly point: (index: number) => void;
  readonly leave: () => void;
  readonly register: (index: number, element: SVGGElement | null) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/**
 * One Tab stop for a row of marks, and the arrow keys, Home and End along it. Escape puts the readout away.
 *
 * The last mark is the first stop: the newest period is what readers come for.
 */
export function useRovingMarks(count: number): RovingMarks {
  const elements = useRef(new Map<number, SVGGElement>());
  const [active, setActive] = useState<number | null>(null);
  const [visited, setVisited] = useState<number | null>(null);
  const last = count - 1;
  const tabStop = Math.min(visited ?? last, last);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') setActive(null);
    const target = targetOf(event.key, tabStop, last);
    if (target === null) return;
    event.preventDefault();
    elements.current.get(target)?.focus();
  };
  const register = (index: number, element: SVGGElement | null) => {
    if (element === null) elements.current.delete(index);
    else elements.current.set(index, element);
  };
  const point = (index: number) => {
    setActive(index);
    setVisited(index);
  };
  return { active: active !== null && active <= last ? active : null, tabStop, point, leave: () => setActive(null), register, onKeyDown };
}

function targetOf(key: string, current: number, last: number): number | null {
  switch (key) {
    case 'ArrowLeft':
      return Math.max(0, current - 1);
    case 'ArrowRight':
      return Math.min(last, current + 1);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return null;
  }
}
