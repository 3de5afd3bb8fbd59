import type { DetectionReport, MethodFigures } from './report.js';
import { CLASSES, type Measured } from './tally.js';

/** The report as lines a person can read. */
export function tableOf({ seed, series, organisation, speed }: DetectionReport): readonly string[] {
  const lines = [`seed ${seed}; classes of expected events a month: ${CLASSES.join(', ')}`];
  for (const [study, { methods, statedAndMeasured, delayAtEqualRunLength }] of Object.entries(series)) {
    lines.push('', `${study}: run length in control (se) | delay of a doubling in months (se) | found in 3, in 12 months`);
    for (const [method, byClass] of Object.entries(methods)) lines.push(`  ${method.padEnd(10)} ${CLASSES.map((name) => cell(byClass[name])).join('   ')}`);
    lines.push(`  stated: measured over all classes: ${Object.entries(statedAndMeasured).map(([stated, measured]) => `${stated}: ${withError(measured)}`).join(', ')}`);
    for (const [like, byClass] of Object.entries(delayAtEqualRunLength)) lines.push(`  our delay at the run length of ${like}: ${CLASSES.map((name) => String(byClass[name])).join(' / ')}`);
  }
  lines.push('', 'organisation of 400 series: false watch and confirmed signals a month; doubled series found in 3 and 12 months');
  for (const [study, figures] of Object.entries(organisation)) {
    lines.push(`  ${study.padEnd(24)} ${Object.entries(figures).map(([name, measured]: readonly [string, Measured]) => `${name} ${withError(measured)}`).join(', ')}`);
  }
  lines.push('', `charts, calibration and signals of ${speed.seriesCount} series x ${speed.months} months: ${speed.milliseconds} ms, of which processor ${speed.processorMilliseconds} ms`);
  return lines;
}

function cell(figures: MethodFigures | undefined): string {
  return figures === undefined ? '-' : `${withError(figures.inControlRunLength)} | ${withError(figures.delay)} | ${figures.foundIn3}, ${figures.foundIn12}`;
}

function withError({ value, se }: Measured): string {
  return `${value} (${Number(se.toPrecision(2))})`;
}
