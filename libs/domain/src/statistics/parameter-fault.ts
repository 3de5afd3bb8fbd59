/** A setting that is no number or outside what it can be. */
export interface ParameterFault {
  readonly code: 'out-of-range';
  readonly parameter: string;
}
