import type { MeasureTrendQuery } from '../../graphql/generated/graphql';

/** An answer of the API with every kind of period: shown, zero, merged, absent, withheld. For tests. */
export const ANSWER: MeasureTrendQuery = {
  measureTrend: {
    place: { code: 'AN1', name: 'Ambulant Noord' },
    organisation: { name: 'Noorderlicht' },
    unit: { code: 'AN1', name: 'Ambulant Noord' },
    closedThrough: '2026-07',
    figureUnit: 'SHARE_OF_REFLECTIONS',
    period: 'MONTH',
    periods: {
      from: ['2025-12', '2026-01', '2026-02', '2026-05', '2026-06', '2026-07'],
      through: ['2025-12', '2026-01', '2026-04', '2026-05', '2026-06', '2026-07'],
      states: ['SHOWN', 'SHOWN', 'SHOWN', 'ABSENT', 'WITHHELD', 'SHOWN'],
      reflections: [41, 22, 1240, null, null, 12],
      numerators: [18, 0, 300, null, null, 0],
      denominators: [40, 20, 1200, null, null, 0],
      bands: [null, { from: 0, through: 2 }, null, null, null, { from: 0, through: 0 }],
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

type ApiTrend = MeasureTrendQuery['measureTrend'];

/** The same answer with some of it changed. For tests. */
export function answerWith(change: Partial<ApiTrend>): MeasureTrendQuery {
  return { measureTrend: { ...ANSWER.measureTrend, ...change } };
}

/** A rare measure: bands per half-year, no count and no chart. For tests. */
export const RARE: MeasureTrendQuery = answerWith({
  figureUnit: 'BAND_OF_REFLECTIONS',
  period: 'HALF_YEAR',
  periods: {
    from: ['2025-07', '2026-01'],
    through: ['2025-12', '2026-06'],
    states: ['SHOWN', 'WITHHELD'],
    reflections: [60, null],
    numerators: [null, null],
    denominators: [57, null],
    bands: [{ from: 1, through: 5 }, null],
  },
  chart: null,
});

/** Hours per quarter: no band and no chart. For tests. */
export const HOURS: MeasureTrendQuery = answerWith({
  figureUnit: 'HOURS_PER_100_REFLECTIONS',
  period: 'QUARTER',
  periods: { from: ['2026-01'], through: ['2026-03'], states: ['SHOWN'], reflections: [66], numerators: [45], denominators: [60], bands: [null] },
  chart: null,
});
