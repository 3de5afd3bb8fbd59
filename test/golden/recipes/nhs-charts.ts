import { nhsChart, NHS_SETTINGS, type ImprovementDirection, type NhsChart, type NhsChartSettings, type NhsPoint } from '@rolvast/domain/statistics';
import type { GoldenVector, Recipe } from '../golden-vector.js';
import { numberOrNull, numbersOrNull, textsOrNull } from './shape.js';

const DIRECTIONS: ReadonlyMap<unknown, ImprovementDirection> = new Map([
  ['increase', 'increase'],
  ['decrease', 'decrease'],
  ['neutral', 'neutral'],
]);

/** A chart of NHSRplotthedots: `values`, `dates` and an improvement direction. */
export const nhsChartRecipe: Recipe = {
  kind: 'NHS chart',
  answers: ({ input }) => {
    const values = numbersOrNull(input.values);
    const dates = textsOrNull(input.dates);
    const settings = settingsOf(input);
    if (values === null || dates === null || settings === null || dates.length !== values.length) return null;
    const chart = nhsChart(dates.map((date, index) => ({ date, value: values[index] ?? null })), settings);
    return chart.ok ? columnsOf(chart.value, settings.runLength) : { refused: chart.fault };
  },
};

function settingsOf(input: GoldenVector['input']): NhsChartSettings | null {
  const direction = DIRECTIONS.get(input.improvement_direction);
  const rebaseAt = textsOrNull(input.rebase);
  if (direction === undefined || rebaseAt === null) return null;
  return {
    ...NHS_SETTINGS,
    mode: 'reference',
    direction,
    rebaseAt,
    target: numberOrNull(input.target),
    fixAfter: numberOrNull(input.fix_after_n_points),
    screened: input.screen_outliers !== false,
  };
}

function columnsOf({ points, variation, assurance }: NhsChart, runLength: number): Readonly<Record<string, unknown>> {
  return {
    mean: points.map(({ mean }) => mean),
    lpl: points.map(({ lower }) => lower),
    upl: points.map(({ upper }) => upper),
    rebase_group: points.map(({ stretch }) => stretch),
    outside_limits: points.map(({ outside }) => outside),
    relative_to_mean: points.map(({ side }) => side),
    close_to_limits: points.map(({ nearLimit }) => nearLimit),
    special_cause_type: points.map(({ specialCause }) => labelOf(specialCause, runLength)),
    point_type: points.map(({ pointType }) => POINT_TYPES[pointType]),
    short_group_warning: points.map(({ isShortStretch }) => isShortStretch),
    variation_icon: variation?.replaceAll('-', '_') ?? null,
    assurance_type: assurance?.replaceAll('-', '_') ?? null,
  };
}

const POINT_TYPES: Readonly<Record<NhsPoint['pointType'], string>> = {
  'common-cause': 'common_cause',
  improvement: 'special_cause_improvement',
  concern: 'special_cause_concern',
  'neutral-high': 'special_cause_neutral_high',
  'neutral-low': 'special_cause_neutral_low',
};

function labelOf(cause: NhsPoint['specialCause'], runLength: number): string {
  if (cause === null) return 'Common Cause';
  const isHigh = cause.towards === 'high';
  const side = isHigh ? 'Above' : 'Below';
  switch (cause.rule) {
    case 'outside-limits':
      return isHigh ? 'Above UCL' : 'Below LCL';
    case 'trend':
      return `${runLength} Point Trend (${isHigh ? 'Increasing' : 'Decreasing'})`;
    case 'two-in-three':
      return `2 in 3 ${side} CL`;
    case 'shift':
      return `${runLength} Points ${side} CL`;
  }
}
