import type { MeasuredFigure, UsefulnessReport } from './report.js';

const NAME_WIDTH = 46;
const FIGURE_WIDTH = 9;

/** The report as lines for people: shares in percent, deviations in points, each with its standard error. */
export function tableOf({ firstSeed, seeds, generator, seconds, figures }: UsefulnessReport): readonly string[] {
  return [
    `Usefulness of publication: mean over ${seeds} seeds from ${firstSeed}, organisations ${generator}, ${seconds.toFixed(0)} s`,
    `${'figure'.padEnd(NAME_WIDTH)}${['% / points', '± error', 'floor'].map((head) => head.padStart(FIGURE_WIDTH + 2)).join('')}`,
    ...figures.map(lineOf),
  ];
}

function lineOf({ name, mean, standardError, floor, verdict }: MeasuredFigure): string {
  const scale = name.endsWith('.error') ? 1 : 100;
  const cells = [mean, standardError, floor].map((value) => (value === null ? '' : (value * scale).toFixed(value === standardError ? 2 : 1)).padStart(FIGURE_WIDTH + 2));
  return `${name.padEnd(NAME_WIDTH)}${cells.join('')}${verdict === null ? '' : `  ${verdict}`}`;
}
