import type { ExpectedClass } from './tally.js';

/** What the benchmark must reach; delays in months by class of expected events a month. */
export type DelayFloors = Readonly<Record<ExpectedClass, number>>;

/** Delay of a doubling at a measured run length in control of so many months. */
export const DELAY_FLOORS: Readonly<Record<string, Readonly<Record<string, DelayFloors>>>> = {
  raw: {
    200: { '<1': 13.4, '1-3': 6, '3-6': 2.8, '>=6': 1.4 },
    400: { '<1': 16.4, '1-3': 7.3, '3-6': 3.3, '>=6': 1.6 },
  },
  rawOverdispersed: { 200: { '<1': 16.7, '1-3': 8.8, '3-6': 4.4, '>=6': 2.1 } },
  published: { 400: { '<1': 12.8, '1-3': 6.6, '3-6': 3.3, '>=6': 1.6 } },
};

/** How far a measured run length may lie from what was asked for, as a share of it. */
export const RUN_LENGTH_TOLERANCE = 0.1;

/** One figure of an organisation: no more than `most`, or no less than `least`. */
export type Bound = { readonly most: number } | { readonly least: number };

const RAW_FALSE: Readonly<Record<string, Bound>> = { falseWatchAMonth: { most: 1.3 }, falseConfirmedAMonth: { most: 0.1 } };
const PUBLISHED_FALSE: Readonly<Record<string, Bound>> = { falseWatchAMonth: { most: 2 }, falseConfirmedAMonth: { most: 0.1 } };

/** By law, the figures of an organisation of 400 series that have a floor. */
export const ORGANISATION_FLOORS: Readonly<Record<string, Readonly<Record<string, Bound>>>> = {
  raw: { ...RAW_FALSE, confirmedIn3: { least: 0.58 }, confirmedIn12: { least: 0.86 } },
  rawOverdispersed: { ...RAW_FALSE, confirmedIn3: { least: 0.41 }, confirmedIn12: { least: 0.75 } },
  published: { ...PUBLISHED_FALSE, confirmedIn3: { least: 0.58 }, confirmedIn12: { least: 0.86 } },
  publishedOverdispersed: { ...PUBLISHED_FALSE, confirmedIn3: { least: 0.41 }, confirmedIn12: { least: 0.75 } },
};

/** Charts, calibration and signals of 400 series x 36 months on one core. */
export const SPEED_FLOOR_MILLISECONDS = 1000;
