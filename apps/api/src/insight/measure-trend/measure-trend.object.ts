import { Field, Float, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { RebaseOfChart } from '../../care/follow-up/follow-up.object.js';
import { Wording } from '../measure-catalogue/measure-catalogue.object.js';
import { OrganisationName } from '../organisation-directory/organisation-directory.object.js';
import { PlaceKind } from '../published-place/place.arguments.js';
import { ChartNotesOfTrend } from './chart-notes.object.js';

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

export enum CalendarPeriod {
  MONTH = 'MONTH',
  QUARTER = 'QUARTER',
  HALF_YEAR = 'HALF_YEAR',
  YEAR = 'YEAR',
}

registerEnumType(CalendarPeriod, { name: 'CalendarPeriod', description: 'A length of time for which figures are given.' });

export enum FigureUnit {
  SHARE_OF_REFLECTIONS = 'SHARE_OF_REFLECTIONS',
  SHARE_OF_FIELDS = 'SHARE_OF_FIELDS',
  BAND_OF_REFLECTIONS = 'BAND_OF_REFLECTIONS',
  HOURS_PER_100_REFLECTIONS = 'HOURS_PER_100_REFLECTIONS',
}

registerEnumType(FigureUnit, {
  name: 'FigureUnit',
  description: 'How numerators and denominators read.',
  valuesMap: {
    SHARE_OF_REFLECTIONS: { description: 'A posted count of posted reflections.' },
    SHARE_OF_FIELDS: { description: 'A posted count of posted fields.' },
    BAND_OF_REFLECTIONS: { description: 'A band only; there is no numerator.' },
    HOURS_PER_100_REFLECTIONS: { description: 'The numerator is a posted sum of hours, the denominator the reflections in which hours are known.' },
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

@ObjectType({ description: 'A span of numbers, both ends included.' })
export class NumberBand {
  @Field(() => Int)
  readonly from!: number;

  @Field(() => Int, { nullable: true, description: 'Null is "or more".' })
  readonly through!: number | null;
}

@ObjectType({ description: 'Columns of equal length, one entry per published period in order of time.' })
export class TrendPeriods {
  @Field(() => [String], { description: 'First month of the period, YYYY-MM.' })
  readonly from!: string[];

  @Field(() => [String], { description: 'Last month of the period, inclusive; later than from where months were merged.' })
  readonly through!: string[];

  @Field(() => [String], { description: 'First month that any block in the figure holds; before from where a unit had months go together with those of the period before.' })
  readonly heldFrom!: string[];

  @Field(() => [CellState])
  readonly states!: CellState[];

  @Field(() => [Int], { nullable: 'items', description: 'Reflections in the period (n); null where nothing is shown.' })
  readonly reflections!: (number | null)[];

  @Field(() => [Int], { nullable: 'items', description: 'As posted; null where nothing is shown, and where only a band is.' })
  readonly numerators!: (number | null)[];

  @Field(() => [Int], { nullable: 'items', description: 'As posted; null where nothing is shown.' })
  readonly denominators!: (number | null)[];

  @Field(() => [NumberBand], { nullable: 'items', description: 'As what a figure must be read: 0 as 0 to 2, all of 12 as 10 to 12, a rare one as its band. Null where the number itself is told, or nothing is shown.' })
  readonly bands!: (NumberBand | null)[];

  @Field(() => [Int], { nullable: 'items', description: 'Units that the figure covers; null for a team, which has nothing to cover, and where what only a wider place posts is not shown.' })
  readonly unitsCovered!: (number | null)[];

  @Field(() => [Int], { nullable: 'items', description: 'Units that the place had in the period; null in the same cases.' })
  readonly unitsInPlace!: (number | null)[];
}

@ObjectType({ description: 'One part of what was posted, one entry per period. The parts add up to what lacks (where more is better) or to the numerator.' })
export class TrendPart {
  @Field(() => Wording)
  readonly name!: Wording;

  @Field(() => [Int], { nullable: 'items' })
  readonly counts!: (number | null)[];

  @Field(() => [NumberBand], { nullable: 'items' })
  readonly bands!: (NumberBand | null)[];
}

@ObjectType({ description: 'A stretch of a chart with a base of its own; the next one begins where somebody let the usual level start anew.' })
export class TrendPhase {
  @Field(() => String, { description: 'from of its first period, YYYY-MM.' })
  readonly from!: string;

  @Field(() => ChartStage)
  readonly stage!: ChartStage;

  @Field(() => Float, { nullable: true })
  readonly centre!: number | null;

  @Field(() => RebaseOfChart, { nullable: true, description: 'The decision by which it began, with role and reason; null for the first.' })
  readonly rebase!: RebaseOfChart | null;
}

@ObjectType({ description: 'Centre and limits, computed from the shown periods of a phase only (the first 24 of them); stage and centre are those of the last phase. Limits allow for a small base and for the rounding of count and denominator. Shares in [0, 1].' })
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

  @Field(() => [TrendPhase], { description: 'In order of time; one as long as nothing was started anew.' })
  readonly phases!: TrendPhase[];
}

@ObjectType()
export class PublicationUnit {
  @Field(() => String)
  readonly code!: string;

  @Field(() => String)
  readonly name!: string;
}

@ObjectType()
export class Place {
  @Field(() => PlaceKind)
  readonly kind!: PlaceKind;

  @Field(() => String)
  readonly code!: string;

  @Field(() => String)
  readonly name!: string;
}

@ObjectType({ description: 'A measure of a place over time, one entry per published period in every list.' })
export class MeasureTrend {
  @Field(() => OrganisationName)
  readonly organisation!: OrganisationName;

  @Field(() => Place)
  readonly place!: Place;

  @Field(() => PublicationUnit, { nullable: true, description: 'The unit with which a team is published: the team itself, or together with its sibling; null for a wider place.' })
  readonly unit!: PublicationUnit | null;

  @Field(() => String, { nullable: true, description: 'Last month that was closed, YYYY-MM; null before the first release.' })
  readonly closedThrough!: string | null;

  @Field(() => String, { description: 'Catalogue code.' })
  readonly measure!: string;

  @Field(() => FigureUnit)
  readonly figureUnit!: FigureUnit;

  @Field(() => CalendarPeriod, { description: 'What one entry stands for where no months were merged.' })
  readonly period!: CalendarPeriod;

  @Field(() => TrendPeriods)
  readonly periods!: TrendPeriods;

  @Field(() => [TrendPart], { description: 'Empty where a measure has no parts.' })
  readonly parts!: TrendPart[];

  @Field(() => TrendChart, { nullable: true, description: 'Null for a measure without a control chart: bands, hours, and context that never signals.' })
  readonly chart!: TrendChart | null;

  @Field(() => ChartNotesOfTrend)
  readonly notes!: ChartNotesOfTrend;
}
