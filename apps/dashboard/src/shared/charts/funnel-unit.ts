/** Which side of the lines a unit lies on, and how far: beyond the inner or also beyond the outer ones. */
export type FunnelSide = 'above-998' | 'above-95' | 'inside' | 'below-95' | 'below-998';

/** One unit of a funnel: a point at its size and share. */
export interface FunnelUnit {
  readonly key: string;
  readonly name: string;
  /** n of the figure, 1 or more. */
  readonly size: number;
  /** In [0, 1]. */
  readonly share: number;
  readonly side: FunnelSide;
  /** Whether its name stands beside its point, where there is room for it. */
  readonly isNamed: boolean;
  /** The unit in full sentences: its text alternative and its readout. */
  readonly description: string;
}

/** Lines along sizes: shares in [0, 1], one entry a size. */
export interface FunnelCurves {
  readonly centre: number;
  readonly sizes: readonly number[];
  readonly lower95: readonly number[];
  readonly upper95: readonly number[];
  readonly lower998: readonly number[];
  readonly upper998: readonly number[];
}

/** From data to pixels inside the drawing. */
export interface FunnelScales {
  readonly x: (size: number) => number;
  readonly y: (share: number) => number;
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}
