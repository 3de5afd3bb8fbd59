import { addMonths, periodLabel, type Language, type Month } from '@rolvast/domain';

/** Room one label needs, in pixels. */
const LABEL_WIDTH = 30;

/** More labels than this are noise, however wide the screen. */
const MAX_LABELS = 18;

const STEPS = [1, 2, 3, 6, 12] as const;

export interface MonthTick {
  /** Middle of the month on the axis of months. */
  readonly at: number;
  readonly name: string;
  /** Only at the first label and where a new year begins. */
  readonly year: string | null;
}

/**
 * Labels under the axis of months, as many as fit, always on the same months of a year (January is one of them).
 *
 * @param width room for the whole axis, in pixels.
 */
export function monthTicks(first: Month, months: number, width: number, language: Language): readonly MonthTick[] {
  const step = STEPS.find((candidate) => months / candidate <= Math.min(MAX_LABELS, width / LABEL_WIDTH)) ?? 12;
  const labelled = Array.from({ length: months }, (_, index) => ({ index, month: addMonths(first, index) })).filter(
    ({ month }) => (Number(month.slice(5, 7)) - 1) % step === 0,
  );
  return labelled.map(({ index, month }, position) => {
    const [name = month, year = ''] = periodLabel(month, month, language).split(' ');
    const previous = labelled[position - 1];
    return { at: index + 0.5, name, year: previous?.month.slice(0, 4) === year ? null : year };
  });
}
