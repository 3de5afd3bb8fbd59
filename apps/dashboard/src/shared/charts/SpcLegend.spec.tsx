import { describe, expect, it } from '@jest/globals';
import type { SignalMark } from '@rolvast/domain/statistics';
import { render, screen } from '@testing-library/react';
import { SpcLegend, type SpcLegendWords } from './SpcLegend';
import type { SpcPeriod } from './spc-period';

const SIGNALS: Readonly<Record<SignalMark, string>> = {
  'above-limit': 'boven de lijnen',
  'below-limit': 'onder de lijnen',
  'two-in-three-above': 'twee van drie bij de bovenste lijn',
  'two-in-three-below': 'twee van drie bij de onderste lijn',
  'shift-above': 'reeks boven het midden',
  'shift-below': 'reeks onder het midden',
};

const WORDS: SpcLegendWords = {
  label: 'Uitleg', point: 'maand', merged: 'maanden samen', centre: 'midden', limits: 'lijnen', limitsProvisional: 'voorlopig',
  withheld: 'nog niet te tonen', absent: 'niets aangeleverd', signals: SIGNALS,
};

const MARKS = ['above-limit', 'below-limit', 'two-in-three-above', 'two-in-three-below', 'shift-above', 'shift-below'] as const;

const periodWith = (signal: SignalMark, index: number): SpcPeriod => ({
  key: String(index), start: index, end: index + 1, description: '',
  figure: { state: 'shown', share: 0.2, lower: 0, upper: 0.5, signal },
});

describe('SpcLegend', () => {
  it('explains every mark that is drawn, each with a shape of its own kind', () => {
    const { container } = render(<SpcLegend periods={MARKS.map(periodWith)} centre={0.2} provisional={false} words={WORDS} />);
    for (const mark of MARKS) expect(screen.getByText(SIGNALS[mark])).toBeInstanceOf(HTMLElement);
    const shapes = [...container.querySelectorAll('path[transform]')].map((shape) => shape.getAttribute('d'));
    expect(shapes).toHaveLength(6);
    // The two shifts share the diamond; the four others differ from it and from each other.
    expect(new Set(shapes).size).toBe(5);
  });

  it('explains no mark that is not drawn', () => {
    render(<SpcLegend periods={[periodWith('two-in-three-above', 0)]} centre={0.2} provisional={false} words={WORDS} />);
    expect(screen.queryByText(SIGNALS['above-limit'])).toBeNull();
    expect(screen.queryByText(SIGNALS['two-in-three-above'])).not.toBeNull();
  });
});
