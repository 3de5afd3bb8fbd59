/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** A length of time for which figures are given. */
export type CalendarPeriod =
  | 'HALF_YEAR'
  | 'MONTH'
  | 'QUARTER'
  | 'YEAR';

/** What may be told about one figure of one period. Zero is SHOWN with numerator 0. */
export type CellState =
  /** Nothing was reported for this measure. */
  | 'ABSENT'
  /** Counts were published. */
  | 'SHOWN'
  /** Protected; the reason is never given. */
  | 'WITHHELD';

/** How much a chart may say: below 6 points only dots, from 6 to 12 provisional lines, from 13 points everything. */
export type ChartStage =
  | 'DOTS_ONLY'
  | 'FULL'
  | 'PROVISIONAL';

/** How numerators and denominators read. */
export type FigureUnit =
  /** A band only; there is no numerator. */
  | 'BAND_OF_REFLECTIONS'
  /** The numerator is a posted sum of hours, the denominator the reflections in which hours are known. */
  | 'HOURS_PER_100_REFLECTIONS'
  /** A posted count of posted fields. */
  | 'SHARE_OF_FIELDS'
  /** A posted count of posted reflections. */
  | 'SHARE_OF_REFLECTIONS';

/** Where a unit lies against the lines of its size; never a judgement, and never a rank. */
export type FunnelPosition =
  /** Above the inner lines. */
  | 'ABOVE_95'
  /** Above the outer lines. */
  | 'ABOVE_998'
  /** Below the inner lines. */
  | 'BELOW_95'
  /** Below the outer lines. */
  | 'BELOW_998'
  /** Inside all lines: chance explains it. */
  | 'INSIDE';

/** How a quarter of a unit lies against its own charts by quarter and by month; never a judgement. */
export type OwnChange =
  /** The quarter lies inside its own limits, and no month that closed in it has a mark. */
  | 'AS_USUAL'
  /** The quarter lies below its own limits, or else the last mark of a month that closed in it lies below. */
  | 'FEWER'
  /** The quarter lies above its own limits, or else the last mark of a month that closed in it lies above. */
  | 'MORE'
  /** The chart of months has fewer than 13 points and may not say. */
  | 'TOO_FEW_POINTS';

/** Why a point stands out; never a judgement. */
export type SignalMark =
  /** Above the upper limit. */
  | 'ABOVE_LIMIT'
  /** Below the lower limit. */
  | 'BELOW_LIMIT'
  /** One of seven or more single months in a row above the centre. */
  | 'SHIFT_ABOVE'
  /** One of seven or more single months in a row below the centre. */
  | 'SHIFT_BELOW'
  /** One of two, out of three single months in a row above the centre, that lie close to the upper limit. */
  | 'TWO_IN_THREE_ABOVE'
  /** One of two, out of three single months in a row below the centre, that lie close to the lower limit. */
  | 'TWO_IN_THREE_BELOW';

/** On which side of what is usual a pattern lies; never a judgement. */
export type SignalSide =
  | 'ABOVE'
  | 'BELOW';

/** How sure a signal is. */
export type SignalStrength =
  /** Clear also when all series of the organisation are judged together. */
  | 'CONFIRMED'
  /** A first sign. */
  | 'WATCH';

/** What a person is for an organisation. No role includes another. */
export type ViewerRole =
  | 'ADMINISTRATOR'
  | 'DATA_PROTECTION_OFFICER'
  | 'DIRECTOR'
  | 'QUALITY_STAFF'
  | 'TEAM_MANAGER';

export type ComparisonQueryVariables = Exact<{
  organisation: string;
  region?: string | null | undefined;
  measure: string;
  quarter?: string | null | undefined;
  allowingFor?: string | null | undefined;
}>;


export type ComparisonQuery = { readonly comparison: { readonly from: string, readonly through: string, readonly compared: number, readonly isPartOfPlace: boolean, readonly units: { readonly codes: ReadonlyArray<string>, readonly names: ReadonlyArray<string>, readonly heldFrom: ReadonlyArray<string>, readonly states: ReadonlyArray<CellState>, readonly reflections: ReadonlyArray<number | null>, readonly numerators: ReadonlyArray<number | null>, readonly denominators: ReadonlyArray<number | null>, readonly positions: ReadonlyArray<FunnelPosition | null>, readonly standsOut: ReadonlyArray<boolean | null>, readonly lower95: ReadonlyArray<number | null>, readonly upper95: ReadonlyArray<number | null>, readonly ratios: ReadonlyArray<number | null>, readonly ratioLower: ReadonlyArray<number | null>, readonly ratioUpper: ReadonlyArray<number | null>, readonly bands: ReadonlyArray<{ readonly from: number, readonly through: number | null } | null>, readonly sentences: ReadonlyArray<{ readonly nl: string, readonly en: string }> }, readonly whole: { readonly state: CellState, readonly reflections: number | null, readonly numerator: number | null, readonly denominator: number | null, readonly coverageSentence: { readonly nl: string, readonly en: string } }, readonly funnel: { readonly centre: number, readonly sizes: ReadonlyArray<number>, readonly lower95: ReadonlyArray<number>, readonly upper95: ReadonlyArray<number>, readonly lower998: ReadonlyArray<number>, readonly upper998: ReadonlyArray<number> } | null, readonly sentence: { readonly nl: string, readonly en: string } | null, readonly allowingFor: { readonly code: string, readonly name: { readonly nl: string, readonly en: string } } | null, readonly breakdowns: ReadonlyArray<{ readonly code: string, readonly name: { readonly nl: string, readonly en: string } }> } };

export type BreakdownsQueryVariables = Exact<{ [key: string]: never; }>;


export type BreakdownsQuery = { readonly breakdowns: ReadonlyArray<{ readonly code: string, readonly name: { readonly nl: string, readonly en: string }, readonly caution: { readonly nl: string, readonly en: string }, readonly categories: ReadonlyArray<{ readonly code: string, readonly name: { readonly nl: string, readonly en: string } }>, readonly grain: { readonly label: { readonly nl: string, readonly en: string } } }> };

export type MeasuresQueryVariables = Exact<{ [key: string]: never; }>;


export type MeasuresQuery = { readonly measures: ReadonlyArray<{ readonly code: string, readonly hasTrend: boolean, readonly name: { readonly nl: string, readonly en: string }, readonly definition: { readonly nl: string, readonly en: string }, readonly caution: { readonly nl: string, readonly en: string }, readonly whatHelps: { readonly nl: string, readonly en: string } | null, readonly nRule: { readonly nl: string, readonly en: string }, readonly unit: { readonly code: string, readonly name: { readonly nl: string, readonly en: string } }, readonly direction: { readonly code: string, readonly name: { readonly nl: string, readonly en: string } }, readonly chart: { readonly code: string, readonly name: { readonly nl: string, readonly en: string } }, readonly readers: ReadonlyArray<{ readonly code: string, readonly name: { readonly nl: string, readonly en: string } }>, readonly grain: { readonly label: { readonly nl: string, readonly en: string } }, readonly thinGrain: { readonly label: { readonly nl: string, readonly en: string } }, readonly publishedFor: ReadonlyArray<{ readonly place: string, readonly periods: ReadonlyArray<string> }> }> };

export type MeasureTrendQueryVariables = Exact<{
  organisation: string;
  team: string;
  measure: string;
  months: number;
}>;


export type MeasureTrendQuery = { readonly measureTrend: { readonly closedThrough: string | null, readonly figureUnit: FigureUnit, readonly period: CalendarPeriod, readonly organisation: { readonly name: string }, readonly place: { readonly code: string, readonly name: string }, readonly unit: { readonly code: string, readonly name: string } | null, readonly periods: { readonly from: ReadonlyArray<string>, readonly through: ReadonlyArray<string>, readonly states: ReadonlyArray<CellState>, readonly reflections: ReadonlyArray<number | null>, readonly numerators: ReadonlyArray<number | null>, readonly denominators: ReadonlyArray<number | null>, readonly bands: ReadonlyArray<{ readonly from: number, readonly through: number | null } | null> }, readonly chart: { readonly stage: ChartStage, readonly centre: number | null, readonly lower: ReadonlyArray<number | null>, readonly upper: ReadonlyArray<number | null>, readonly marks: ReadonlyArray<SignalMark | null> } | null } };

export type OrganisationTrendQueryVariables = Exact<{
  organisation: string;
  measure: string;
  period: CalendarPeriod;
  months: number;
}>;


export type OrganisationTrendQuery = { readonly measureTrend: { readonly periods: { readonly from: ReadonlyArray<string>, readonly through: ReadonlyArray<string>, readonly states: ReadonlyArray<CellState>, readonly numerators: ReadonlyArray<number | null>, readonly denominators: ReadonlyArray<number | null>, readonly unitsCovered: ReadonlyArray<number | null>, readonly unitsInPlace: ReadonlyArray<number | null> } } };

export type TrendFieldsFragment = { readonly closedThrough: string | null, readonly figureUnit: FigureUnit, readonly period: CalendarPeriod, readonly organisation: { readonly name: string }, readonly place: { readonly code: string, readonly name: string }, readonly unit: { readonly code: string, readonly name: string } | null, readonly periods: { readonly from: ReadonlyArray<string>, readonly through: ReadonlyArray<string>, readonly states: ReadonlyArray<CellState>, readonly reflections: ReadonlyArray<number | null>, readonly numerators: ReadonlyArray<number | null>, readonly denominators: ReadonlyArray<number | null>, readonly bands: ReadonlyArray<{ readonly from: number, readonly through: number | null } | null> }, readonly chart: { readonly stage: ChartStage, readonly centre: number | null, readonly lower: ReadonlyArray<number | null>, readonly upper: ReadonlyArray<number | null>, readonly marks: ReadonlyArray<SignalMark | null> } | null };

export type OrganisationQueryVariables = Exact<{
  code: string;
}>;


export type OrganisationQuery = { readonly organisation: { readonly code: string, readonly name: string, readonly closedFrom: string | null, readonly closedThrough: string | null, readonly regions: ReadonlyArray<{ readonly code: string, readonly name: string, readonly teams: ReadonlyArray<{ readonly code: string, readonly name: string }> }> } };

export type OrganisationsQueryVariables = Exact<{ [key: string]: never; }>;


export type OrganisationsQuery = { readonly organisations: ReadonlyArray<{ readonly code: string, readonly name: string }> };

export type PitfallMapQueryVariables = Exact<{
  organisation: string;
  region?: string | null | undefined;
  quarter?: string | null | undefined;
}>;


export type PitfallMapQuery = { readonly pitfallMap: { readonly from: string, readonly through: string, readonly units: { readonly codes: ReadonlyArray<string>, readonly names: ReadonlyArray<string> }, readonly pitfalls: ReadonlyArray<{ readonly measure: string, readonly isBand: boolean, readonly from: string, readonly through: string, readonly states: ReadonlyArray<CellState | null>, readonly numerators: ReadonlyArray<number | null>, readonly denominators: ReadonlyArray<number | null>, readonly changes: ReadonlyArray<OwnChange | null>, readonly name: { readonly nl: string, readonly en: string }, readonly rolePart: { readonly nl: string, readonly en: string }, readonly principles: ReadonlyArray<{ readonly nl: string, readonly en: string }>, readonly bands: ReadonlyArray<{ readonly from: number, readonly through: number | null } | null> }> } };

export type PublicationExplainedQueryVariables = Exact<{
  organisation: string;
}>;


export type PublicationExplainedQuery = { readonly publicationExplained: { readonly sections: ReadonlyArray<{ readonly code: string, readonly title: { readonly nl: string, readonly en: string }, readonly paragraphs: ReadonlyArray<{ readonly nl: string, readonly en: string }> }>, readonly releaseSentence: { readonly nl: string, readonly en: string }, readonly lastRelease: { readonly hash: string, readonly audit: { readonly sentence: { readonly nl: string, readonly en: string } } } | null } };

export type TeamOverviewQueryVariables = Exact<{
  organisation: string;
  team: string;
  quarter?: string | null | undefined;
  measure?: string | null | undefined;
  months: number;
}>;


export type TeamOverviewQuery = { readonly teamOverview: { readonly quarter: string | null, readonly state: CellState, readonly reflections: number | null, readonly signalsSought: boolean, readonly unit: { readonly code: string, readonly name: string } | null, readonly place: { readonly name: string }, readonly release: { readonly number: number, readonly sentence: { readonly nl: string, readonly en: string } } | null, readonly participation: { readonly code: string, readonly name: { readonly nl: string, readonly en: string } } | null, readonly pitfalls: { readonly measures: ReadonlyArray<string>, readonly figureUnits: ReadonlyArray<FigureUnit>, readonly from: ReadonlyArray<string | null>, readonly through: ReadonlyArray<string | null>, readonly states: ReadonlyArray<CellState>, readonly numerators: ReadonlyArray<number | null>, readonly denominators: ReadonlyArray<number | null>, readonly marks: ReadonlyArray<SignalMark | null>, readonly bands: ReadonlyArray<{ readonly from: number, readonly through: number | null } | null> }, readonly figures: { readonly measures: ReadonlyArray<string>, readonly figureUnits: ReadonlyArray<FigureUnit>, readonly from: ReadonlyArray<string | null>, readonly through: ReadonlyArray<string | null>, readonly states: ReadonlyArray<CellState>, readonly numerators: ReadonlyArray<number | null>, readonly denominators: ReadonlyArray<number | null>, readonly marks: ReadonlyArray<SignalMark | null>, readonly bands: ReadonlyArray<{ readonly from: number, readonly through: number | null } | null> }, readonly signals: ReadonlyArray<{ readonly measure: string, readonly side: SignalSide, readonly strength: SignalStrength, readonly since: string, readonly through: string, readonly sentence: { readonly nl: string, readonly en: string }, readonly whatHelps: { readonly nl: string, readonly en: string } | null }>, readonly trend: { readonly measure: string, readonly closedThrough: string | null, readonly figureUnit: FigureUnit, readonly period: CalendarPeriod, readonly organisation: { readonly name: string }, readonly place: { readonly code: string, readonly name: string }, readonly unit: { readonly code: string, readonly name: string } | null, readonly periods: { readonly from: ReadonlyArray<string>, readonly through: ReadonlyArray<string>, readonly states: ReadonlyArray<CellState>, readonly reflections: ReadonlyArray<number | null>, readonly numerators: ReadonlyArray<number | null>, readonly denominators: ReadonlyArray<number | null>, readonly bands: ReadonlyArray<{ readonly from: number, readonly through: number | null } | null> }, readonly chart: { readonly stage: ChartStage, readonly centre: number | null, readonly lower: ReadonlyArray<number | null>, readonly upper: ReadonlyArray<number | null>, readonly marks: ReadonlyArray<SignalMark | null> } | null } | null } };

export type FigureFieldsFragment = { readonly measures: ReadonlyArray<string>, readonly figureUnits: ReadonlyArray<FigureUnit>, readonly from: ReadonlyArray<string | null>, readonly through: ReadonlyArray<string | null>, readonly states: ReadonlyArray<CellState>, readonly numerators: ReadonlyArray<number | null>, readonly denominators: ReadonlyArray<number | null>, readonly marks: ReadonlyArray<SignalMark | null>, readonly bands: ReadonlyArray<{ readonly from: number, readonly through: number | null } | null> };

export type EnterOrganisationMutationVariables = Exact<{
  code: string;
}>;


export type EnterOrganisationMutation = { readonly enterOrganisation: { readonly organisation: { readonly code: string } } };

export type ViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerQuery = { readonly viewer: { readonly name: string, readonly roles: ReadonlyArray<ViewerRole>, readonly seesFigures: boolean, readonly organisation: { readonly code: string, readonly name: string }, readonly organisations: ReadonlyArray<{ readonly code: string, readonly name: string }> } };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const TrendFieldsFragmentDoc = new TypedDocumentString(`
    fragment TrendFields on MeasureTrend {
  organisation {
    name
  }
  place {
    code
    name
  }
  unit {
    code
    name
  }
  closedThrough
  figureUnit
  period
  periods {
    from
    through
    states
    reflections
    numerators
    denominators
    bands {
      from
      through
    }
  }
  chart {
    stage
    centre
    lower
    upper
    marks
  }
}
    `, {"fragmentName":"TrendFields"}) as unknown as TypedDocumentString<TrendFieldsFragment, unknown>;
export const FigureFieldsFragmentDoc = new TypedDocumentString(`
    fragment FigureFields on MeasureFigures {
  measures
  figureUnits
  from
  through
  states
  numerators
  denominators
  bands {
    from
    through
  }
  marks
}
    `, {"fragmentName":"FigureFields"}) as unknown as TypedDocumentString<FigureFieldsFragment, unknown>;
export const ComparisonDocument = new TypedDocumentString(`
    query Comparison($organisation: String!, $region: String, $measure: String!, $quarter: String, $allowingFor: String) {
  comparison(
    organisation: $organisation
    region: $region
    measure: $measure
    quarter: $quarter
    allowingFor: $allowingFor
  ) {
    from
    through
    units {
      codes
      names
      heldFrom
      states
      reflections
      numerators
      denominators
      bands {
        from
        through
      }
      positions
      standsOut
      lower95
      upper95
      ratios
      ratioLower
      ratioUpper
      sentences {
        nl
        en
      }
    }
    compared
    isPartOfPlace
    whole {
      state
      reflections
      numerator
      denominator
      coverageSentence {
        nl
        en
      }
    }
    funnel {
      centre
      sizes
      lower95
      upper95
      lower998
      upper998
    }
    sentence {
      nl
      en
    }
    allowingFor {
      code
      name {
        nl
        en
      }
    }
    breakdowns {
      code
      name {
        nl
        en
      }
    }
  }
}
    `, {"hash":"sha256:a0d3896dd03f5b0511ebee68bab26dd4ec53d2576920656845dcd705fd3b40da"}) as unknown as TypedDocumentString<ComparisonQuery, ComparisonQueryVariables>;
export const BreakdownsDocument = new TypedDocumentString(`
    query Breakdowns {
  breakdowns {
    code
    name {
      nl
      en
    }
    caution {
      nl
      en
    }
    categories {
      code
      name {
        nl
        en
      }
    }
    grain {
      label {
        nl
        en
      }
    }
  }
}
    `, {"hash":"sha256:23b2efb55f644b3da0941fb74dd540aebc401aceb3bd0efed44e779df4c4aecb"}) as unknown as TypedDocumentString<BreakdownsQuery, BreakdownsQueryVariables>;
export const MeasuresDocument = new TypedDocumentString(`
    query Measures {
  measures {
    code
    name {
      nl
      en
    }
    definition {
      nl
      en
    }
    caution {
      nl
      en
    }
    whatHelps {
      nl
      en
    }
    nRule {
      nl
      en
    }
    unit {
      code
      name {
        nl
        en
      }
    }
    direction {
      code
      name {
        nl
        en
      }
    }
    chart {
      code
      name {
        nl
        en
      }
    }
    readers {
      code
      name {
        nl
        en
      }
    }
    grain {
      label {
        nl
        en
      }
    }
    thinGrain {
      label {
        nl
        en
      }
    }
    publishedFor {
      place
      periods
    }
    hasTrend
  }
}
    `, {"hash":"sha256:4f08d6b131d29684a1b75a6561a857af5970d5c17ab824f0c5dc8b5a5121947d"}) as unknown as TypedDocumentString<MeasuresQuery, MeasuresQueryVariables>;
export const MeasureTrendDocument = new TypedDocumentString(`
    query MeasureTrend($organisation: String!, $team: String!, $measure: String!, $months: Int!) {
  measureTrend(
    organisation: $organisation
    team: $team
    measure: $measure
    months: $months
  ) {
    ...TrendFields
  }
}
    fragment TrendFields on MeasureTrend {
  organisation {
    name
  }
  place {
    code
    name
  }
  unit {
    code
    name
  }
  closedThrough
  figureUnit
  period
  periods {
    from
    through
    states
    reflections
    numerators
    denominators
    bands {
      from
      through
    }
  }
  chart {
    stage
    centre
    lower
    upper
    marks
  }
}`, {"hash":"sha256:49a2ab3d24fe486917723076c52efbbf2b52a4c5e040d29398458f1196315f19"}) as unknown as TypedDocumentString<MeasureTrendQuery, MeasureTrendQueryVariables>;
export const OrganisationTrendDocument = new TypedDocumentString(`
    query OrganisationTrend($organisation: String!, $measure: String!, $period: CalendarPeriod!, $months: Int!) {
  measureTrend(
    organisation: $organisation
    place: ORGANISATION
    measure: $measure
    period: $period
    months: $months
  ) {
    periods {
      from
      through
      states
      numerators
      denominators
      unitsCovered
      unitsInPlace
    }
  }
}
    `, {"hash":"sha256:ff1fcc22192a8a4ca72a65a3bca7363e070b96c3390e50094fb2333077765d58"}) as unknown as TypedDocumentString<OrganisationTrendQuery, OrganisationTrendQueryVariables>;
export const OrganisationDocument = new TypedDocumentString(`
    query Organisation($code: String!) {
  organisation(code: $code) {
    code
    name
    closedFrom
    closedThrough
    regions {
      code
      name
      teams {
        code
        name
      }
    }
  }
}
    `, {"hash":"sha256:0d7fb6160713634dc5d9f9669b71a6413b2e03e185b2e71639ea27adca79accc"}) as unknown as TypedDocumentString<OrganisationQuery, OrganisationQueryVariables>;
export const OrganisationsDocument = new TypedDocumentString(`
    query Organisations {
  organisations {
    code
    name
  }
}
    `, {"hash":"sha256:b96ad1f4abaffb97eeffa4300c81036fa2a2974460ddbbd3e17514f501d4534f"}) as unknown as TypedDocumentString<OrganisationsQuery, OrganisationsQueryVariables>;
export const PitfallMapDocument = new TypedDocumentString(`
    query PitfallMap($organisation: String!, $region: String, $quarter: String) {
  pitfallMap(organisation: $organisation, region: $region, quarter: $quarter) {
    from
    through
    units {
      codes
      names
    }
    pitfalls {
      measure
      name {
        nl
        en
      }
      rolePart {
        nl
        en
      }
      principles {
        nl
        en
      }
      isBand
      from
      through
      states
      numerators
      denominators
      bands {
        from
        through
      }
      changes
    }
  }
}
    `, {"hash":"sha256:45912ddf6851b7af2ad141af270d8b7a67a1c125a50f56c262abace2d465c46a"}) as unknown as TypedDocumentString<PitfallMapQuery, PitfallMapQueryVariables>;
export const PublicationExplainedDocument = new TypedDocumentString(`
    query PublicationExplained($organisation: String!) {
  publicationExplained(organisation: $organisation) {
    sections {
      code
      title {
        nl
        en
      }
      paragraphs {
        nl
        en
      }
    }
    releaseSentence {
      nl
      en
    }
    lastRelease {
      hash
      audit {
        sentence {
          nl
          en
        }
      }
    }
  }
}
    `, {"hash":"sha256:faeba4c0d016c9c2bf715ffe3d1d49de54cd7222242ae1adac5873dbfb115d62"}) as unknown as TypedDocumentString<PublicationExplainedQuery, PublicationExplainedQueryVariables>;
export const TeamOverviewDocument = new TypedDocumentString(`
    query TeamOverview($organisation: String!, $team: String!, $quarter: String, $measure: String, $months: Int!) {
  teamOverview(
    organisation: $organisation
    team: $team
    quarter: $quarter
    measure: $measure
    months: $months
  ) {
    unit {
      code
      name
    }
    place {
      name
    }
    release {
      number
      sentence {
        nl
        en
      }
    }
    quarter
    state
    reflections
    participation {
      code
      name {
        nl
        en
      }
    }
    pitfalls {
      ...FigureFields
    }
    figures {
      ...FigureFields
    }
    signals {
      measure
      side
      strength
      since
      through
      sentence {
        nl
        en
      }
      whatHelps {
        nl
        en
      }
    }
    signalsSought
    trend {
      measure
      ...TrendFields
    }
  }
}
    fragment TrendFields on MeasureTrend {
  organisation {
    name
  }
  place {
    code
    name
  }
  unit {
    code
    name
  }
  closedThrough
  figureUnit
  period
  periods {
    from
    through
    states
    reflections
    numerators
    denominators
    bands {
      from
      through
    }
  }
  chart {
    stage
    centre
    lower
    upper
    marks
  }
}
fragment FigureFields on MeasureFigures {
  measures
  figureUnits
  from
  through
  states
  numerators
  denominators
  bands {
    from
    through
  }
  marks
}`, {"hash":"sha256:2018e81f3be089ea04c6f079ae3b92180ce2b935c1d16af0047cb1689b30e272"}) as unknown as TypedDocumentString<TeamOverviewQuery, TeamOverviewQueryVariables>;
export const EnterOrganisationDocument = new TypedDocumentString(`
    mutation EnterOrganisation($code: String!) {
  enterOrganisation(code: $code) {
    organisation {
      code
    }
  }
}
    `, {"hash":"sha256:8894a63f9ce8bb29ff0156c2866f6daf1bf9042f8f135b078999aa77135d0509"}) as unknown as TypedDocumentString<EnterOrganisationMutation, EnterOrganisationMutationVariables>;
export const ViewerDocument = new TypedDocumentString(`
    query Viewer {
  viewer {
    name
    roles
    seesFigures
    organisation {
      code
      name
    }
    organisations {
      code
      name
    }
  }
}
    `, {"hash":"sha256:6e7616b7f3df9b119a3ddb7eed3355943c8faf8a764aeacd0e3b2762e2e33154"}) as unknown as TypedDocumentString<ViewerQuery, ViewerQueryVariables>;