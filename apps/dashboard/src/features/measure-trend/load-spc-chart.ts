type SpcChartModule = typeof import('../../shared/charts/SpcChart');

/** Fetches the drawing library and the chart on it, once; later calls give the same module. */
export function loadSpcChart(): Promise<SpcChartModule> {
  return import('../../shared/charts/SpcChart');
}
