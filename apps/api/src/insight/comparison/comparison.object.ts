import { Field, Float, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Term, Wording } from '../measure-catalogue/measure-catalogue.object.js';
import { CellState, NumberBand, Place } from '../measure-trend/measure-trend.object.js';
import { OrganisationName } from '../organisation-directory/organisation-directory.object.js';

export enum FunnelPosition {
  BELOW_998 = 'BELOW_998',
  BELOW_95 = 'BELOW_95',
  INSIDE = 'INSIDE',
  ABOVE_95 = 'ABOVE_95',
  ABOVE_998 = 'ABOVE_998',
}

registerEnumType(FunnelPosition, {
  name: 'FunnelPosition',
  description: 'Where a unit lies against the lines of its size; never a judgement, and never a rank.',
  valuesMap: {
    BELOW_998: { description: 'Below the outer lines.' },
    BELOW_95: { description: 'Below the inner lines.' },
    INSIDE: { description: 'Inside all lines: chance explains it.' },
    ABOVE_95: { description: 'Above the inner lines.' },
    ABOVE_998: { description: 'Above the outer lines.' },
  },
});

@ObjectType({ description: 'Columns of equal length, one entry per unit that the viewer may see, in the order of their names.' })
export class ComparedUnits {
  @Field(() => [String])
  readonly codes!: string[];

  @Field(() => [String])
  readonly names!: string[];

  @Field(() => [String], { description: 'First month, YYYY-MM, that any block in the figure holds; before the quarter where months went together with earlier ones.' })
  readonly heldFrom!: string[];

  @Field(() => [CellState])
  readonly states!: CellState[];

  @Field(() => [Int], { nullable: 'items', description: 'Reflections in the quarter (n); null where nothing is shown.' })
  readonly reflections!: (number | null)[];

  @Field(() => [Int], { nullable: 'items', description: 'As posted; null where nothing is shown.' })
  readonly numerators!: (number | null)[];

  @Field(() => [Int], { nullable: 'items', description: 'As posted; null where nothing is shown.' })
  readonly denominators!: (number | null)[];

  @Field(() => [NumberBand], { nullable: 'items', description: 'As what a numerator must be read: 0 as 0 to 2, all of 12 as 10 to 12; null where the number itself is told.' })
  readonly bands!: (NumberBand | null)[];

  @Field(() => [FunnelPosition], { nullable: 'items', description: 'Null without lines or without a figure.' })
  readonly positions!: (FunnelPosition | null)[];

  @Field(() => [Boolean], { nullable: 'items', description: 'Whether it lies outside and still does when all units are judged together (Benjamini and Hochberg at .10).' })
  readonly standsOut!: (boolean | null)[];

  @Field(() => [Float], { nullable: 'items', description: 'The lowest ordinary share of a unit of this size, in [0, 1].' })
  readonly lower95!: (number | null)[];

  @Field(() => [Float], { nullable: 'items' })
  readonly upper95!: (number | null)[];

  @Field(() => [Float], { nullable: 'items' })
  readonly lower998!: (number | null)[];

  @Field(() => [Float], { nullable: 'items' })
  readonly upper998!: (number | null)[];

  @Field(() => [Float], { nullable: 'items', description: 'Observed over expected with the rates of the organisation; null where nothing is allowed for, or the parts are not published.' })
  readonly ratios!: (number | null)[];

  @Field(() => [Float], { nullable: 'items', description: 'The 95 % interval of the ratio.' })
  readonly ratioLower!: (number | null)[];

  @Field(() => [Float], { nullable: 'items' })
  readonly ratioUpper!: (number | null)[];

  @Field(() => [Wording], { description: 'Each unit in words, with its n.' })
  readonly sentences!: Wording[];
}

@ObjectType({ description: 'The centre of all units of the organisation, and the lines to draw: shares in [0, 1] along sizes. A unit is beyond a line exactly when its position says so.' })
export class ComparisonFunnel {
  @Field(() => Float)
  readonly centre!: number;

  @Field(() => Float, { nullable: true, description: 'How much more units differ than chance and rounding explain; 1 is chance alone.' })
  readonly phi!: number | null;

  @Field(() => [Int], { description: 'Sizes (n) that belong to the entries of the lines; empty where no unit in view has a figure.' })
  readonly sizes!: number[];

  @Field(() => [Float])
  readonly lower95!: number[];

  @Field(() => [Float])
  readonly upper95!: number[];

  @Field(() => [Float])
  readonly lower998!: number[];

  @Field(() => [Float])
  readonly upper998!: number[];
}

@ObjectType({ description: 'What the units of the place published, added up.' })
export class WholeOfComparison {
  @Field(() => CellState)
  readonly state!: CellState;

  @Field(() => Int, { nullable: true })
  readonly reflections!: number | null;

  @Field(() => Int, { nullable: true })
  readonly numerator!: number | null;

  @Field(() => Int, { nullable: true })
  readonly denominator!: number | null;

  @Field(() => Int)
  readonly unitsCovered!: number;

  @Field(() => Int)
  readonly unitsInPlace!: number;

  @Field(() => Wording, { description: 'How many of the units the sum covers.' })
  readonly coverageSentence!: Wording;
}

@ObjectType({ description: 'Units side by side for one measure and quarter; never in the order of their figures.' })
export class Comparison {
  @Field(() => OrganisationName)
  readonly organisation!: OrganisationName;

  @Field(() => Place, { description: 'The organisation, or the region whose units alone are in view.' })
  readonly place!: Place;

  @Field(() => String, { description: 'Catalogue code.' })
  readonly measure!: string;

  @Field(() => String, { description: 'YYYY-Qn.' })
  readonly quarter!: string;

  @Field(() => String, { description: 'First month of the quarter, YYYY-MM.' })
  readonly from!: string;

  @Field(() => String, { description: 'Last month of the quarter, inclusive.' })
  readonly through!: string;

  @Field(() => [String], { description: 'Every quarter that can be asked for, in order of time.' })
  readonly quarters!: string[];

  @Field(() => ComparedUnits)
  readonly units!: ComparedUnits;

  @Field(() => Int, { description: 'Units of the organisation with a figure behind the centre and the lines, also those that are not shown to this viewer.' })
  readonly compared!: number;

  @Field(() => Boolean, { description: 'Whether some units of the place are not shown to this viewer.' })
  readonly isPartOfPlace!: boolean;

  @Field(() => WholeOfComparison)
  readonly whole!: WholeOfComparison;

  @Field(() => ComparisonFunnel, { nullable: true, description: 'Null with fewer than five units with a figure.' })
  readonly funnel!: ComparisonFunnel | null;

  @Field(() => Wording, { nullable: true, description: 'Which units lie outside the lines, for a viewer who is shown every unit of the place; null for another, and without lines.' })
  readonly sentence!: Wording | null;

  @Field(() => Term, { nullable: true, description: 'The breakdown that is allowed for.' })
  readonly allowingFor!: Term | null;

  @Field(() => [Term], { description: 'The breakdowns that can be allowed for with this measure.' })
  readonly breakdowns!: Term[];
}
