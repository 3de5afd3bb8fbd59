import type { MeasureTrendQuery } from '../../graphql/generated/graphql';

/** An answer of the API with every kind of period: shown, zero, merged, absent, withheld. For tests. */
export const ANSWER: MeasureTrendQuery = {
  measureTrend: {
    team: { code: 'AN1', name: 'Ambulant Noord' },
    organisation: { name: 'Noorderlicht' },
    unit: { code: 'AN1', name: 'Ambulant Noord', closedThrough: '2026-07' },
    periods: {
      from: ['2025-12', '2026-01', '2026-02', '2026-05', '2026-06', '2026-07'],
      through: ['2025-12', '2026-01', '2026-04', '2026-05', '2026-06', '2026-07'],
      states: ['SHOWN', 'SHOWN', 'SHOWN', 'ABSENT', 'WITHHELD', 'SHOWN'],
      reflections: [41, 22, 1240, null, null, 12],
      numerators: [18, 0, 300, null, null, 0],
      denominators: [40, 20, 1200, null, null, 0],
    },
    chart: {
      stage: 'FULL',
      centre: 0.25,
      lower: [0.05, 0, 0.21, null, null, null],
      upper: [0.43, 0.54, 0.29, null, null, null],
      marks: ['ABOVE_LIMIT', null, null, null, null, null],
    },
  },
};
