import { Field, Float, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { OrganisationName, TeamName } from '../organisation-directory/organisation-directory.object.js';

export enum CellState {
  SHOWN = 'SHOWN',
  WITHHELD = 'WITHHELD',
  ABSENT = 'ABSENT',
}

registerEnumType(CellState, {
  name: 'CellState',
  description: 'What may be told about one figure of one period. Zero is SHOWN with numerator 0.',
  valuesMap: {
    SHOWN: { description: 'Counts were published.' },
    WITHHELD: { description: 'Protected; the reason is never given.' },
    ABSENT: { description: 'Nothing was reported for this measure.' },
  },
});

export enum ChartStage {
  DOTS_ONLY = 'DOTS_ONLY',
  PROVISIONAL = 'PROVISIONAL',
  FULL = 'FULL',
}

registerEnumType(ChartStage, {
  name: 'ChartStage',
  description: 'How much a chart may say: below 6 points only dots, from 6 to 12 provisional lines, from 13 points everything.',
});

export enum SignalMark {
  ABOVE_LIMIT = 'ABOVE_LIMIT',
  BELOW_LIMIT = 'BELOW_LIMIT',
  TWO_IN_THREE_ABOVE = 'TWO_IN_THREE_ABOVE',
  TWO_IN_THREE_BELOW = 'TWO_IN_THREE_BELOW',
  SHIFT_ABOVE = 'SHIFT_ABOVE',
  SHIFT_BELOW = 'SHIFT_BELOW',
}

registerEnumType(SignalMark, {
  name: 'SignalMark',
  description: 'Why a point stands out; never a judgement.',
  valuesMap: {
    ABOVE_LIMIT: { description: 'Above the upper limit.' },
    BELOW_LIMIT: { description: 'Below the lower limit.' },
    TWO_IN_THREE_ABOVE: { description: 'One of two, out of three single months in a row above the centre, that lie close to the upper limit.' },
    TWO_IN_THREE_BELOW: { description: 'One of two, out of three single months in a row below the centre, that lie close to the lower limit.' },
    SHIFT_ABOVE: { description: 'One of seven or more single months in a row above the centre.' },
    SHIFT_BELOW: { description: 'One of seven or more single months in a row below the centre.' },
  },
});

@ObjectType({ description: 'Columns of equal length, one entry per published period in order of time.' })
export class TrendPeriods {
  @Field(() => [String], { description: 'First month of the period, YYYY-MM.' })
  readonly from!: string[];

  @Field(() => [String], { description: 'Last month of the period, inclusive; later than from where months were merged.' })
  readonly through!: string[];

  @Field(() => [CellState])
  readonly states!: CellState[];

  @Field(() => [Int], { nullable: 'items', description: 'Reflections in the period (n); null where nothing is shown.' })
  readonly reflections!: (number | null)[];

  @Field(() => [Int], { nullable: 'items' })
  readonly numerators!: (number | null)[];

  @Field(() => [Int], { nullable: 'items' })
  readonly denominators!: (number | null)[];
}

@ObjectType({ description: 'Centre and limits, computed from the shown periods only (the first 24 of them). Limits are exact and allow for a small base. Shares in [0, 1].' })
export class TrendChart {
  @Field(() => ChartStage)
  readonly stage!: ChartStage;

  @Field(() => Float, { nullable: true })
  readonly centre!: number | null;

  @Field(() => [Float], { nullable: 'items' })
  readonly lower!: (number | null)[];

  @Field(() => [Float], { nullable: 'items' })
  readonly upper!: (number | null)[];

  @Field(() => [SignalMark], { nullable: 'items' })
  readonly marks!: (SignalMark | null)[];
}

@ObjectType()
export class PublicationUnit {
  @Field(() => String)
  readonly code!: string;

  @Field(() => String)
  readonly name!: string;

  @Field(() => String, { nullable: true, description: 'Last month that was closed, YYYY-MM; null before the first close.' })
  readonly closedThrough!: string | null;
}

@ObjectType({ description: 'A measure of a publication unit over time, one entry per published period in every list.' })
export class MeasureTrend {
  @Field(() => OrganisationName)
  readonly organisation!: OrganisationName;

  @Field(() => TeamName)
  readonly team!: TeamName;

  @Field(() => PublicationUnit, { description: 'The unit with which the team is published: the team itself, or together with its sibling.' })
  readonly unit!: PublicationUnit;

  @Field(() => String, { description: 'Catalogue code.' })
  readonly measure!: string;

  @Field(() => TrendPeriods)
  readonly periods!: TrendPeriods;

  @Field(() => TrendChart)
  readonly chart!: TrendChart;
}
