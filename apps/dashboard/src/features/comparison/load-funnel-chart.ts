type FunnelChartModule = typeof import('../../shared/charts/FunnelChart');

/** Fetches the drawing library and the funnel on it, once; later calls give the same module. */
export function loadFunnelChart(): Promise<FunnelChartModule> {
  return import('../../shared/charts/FunnelChart');
}
