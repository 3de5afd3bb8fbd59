import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Wording } from '../measure-catalogue/measure-catalogue.object.js';
import { CellState, NumberBand, Place } from '../measure-trend/measure-trend.object.js';
import { OrganisationName } from '../organisation-directory/organisation-directory.object.js';

export enum OwnChange {
  MORE = 'MORE',
  AS_USUAL = 'AS_USUAL',
  FEWER = 'FEWER',
  TOO_FEW_POINTS = 'TOO_FEW_POINTS',
}

registerEnumType(OwnChange, {
  name: 'OwnChange',
  description: 'How a quarter of a unit lies against its own charts by quarter and by month; never a judgement.',
  valuesMap: {
    MORE: { description: 'The quarter lies above its own limits, or else the last mark of a month that closed in it lies above.' },
    AS_USUAL: { description: 'The quarter lies inside its own limits, and no month that closed in it has a mark.' },
    FEWER: { description: 'The quarter lies below its own limits, or else the last mark of a month that closed in it lies below.' },
    TOO_FEW_POINTS: { description: 'The chart of months has fewer than 13 points and may not say.' },
  },
});

@ObjectType({ description: 'One pitfall: columns with one entry per unit, in the order of the units.' })
export class PitfallColumn {
  @Field(() => String, { description: 'Catalogue code of its measure.' })
  readonly measure!: string;

  @Field(() => Wording)
  readonly name!: Wording;

  @Field(() => Wording, { description: 'The part of the role it belongs to.' })
  readonly rolePart!: Wording;

  @Field(() => [Wording], { description: 'The ethical principles it touches.' })
  readonly principles!: Wording[];

  @Field(() => Boolean, { description: 'Rare and of high harm: its cells are bands of a half-year, without a change.' })
  readonly isBand!: boolean;

  @Field(() => String, { description: 'First month that the cells are about, YYYY-MM.' })
  readonly from!: string;

  @Field(() => String, { description: 'Last month, inclusive.' })
  readonly through!: string;

  @Field(() => [CellState], { nullable: 'items', description: 'Null where a unit had nothing to close yet.' })
  readonly states!: (CellState | null)[];

  @Field(() => [Int], { nullable: 'items', description: 'As posted; null where nothing is shown, and where only a band is.' })
  readonly numerators!: (number | null)[];

  @Field(() => [Int], { nullable: 'items', description: 'As posted; null where nothing is shown.' })
  readonly denominators!: (number | null)[];

  @Field(() => [NumberBand], { nullable: 'items', description: 'As what a figure must be read; null where the number itself is told.' })
  readonly bands!: (NumberBand | null)[];

  @Field(() => [OwnChange], { nullable: 'items', description: 'Null where nothing is shown, and for a band.' })
  readonly changes!: (OwnChange | null)[];
}

@ObjectType()
export class MappedUnits {
  @Field(() => [String])
  readonly codes!: string[];

  @Field(() => [String])
  readonly names!: string[];
}

@ObjectType({ description: 'Units and the ten pitfalls in one quarter, each against its own history; units in the order of their names.' })
export class PitfallMap {
  @Field(() => OrganisationName)
  readonly organisation!: OrganisationName;

  @Field(() => Place)
  readonly place!: Place;

  @Field(() => String, { description: 'YYYY-Qn.' })
  readonly quarter!: string;

  @Field(() => String)
  readonly from!: string;

  @Field(() => String)
  readonly through!: string;

  @Field(() => [String], { description: 'Every quarter that can be asked for, in order of time.' })
  readonly quarters!: string[];

  @Field(() => MappedUnits)
  readonly units!: MappedUnits;

  @Field(() => [PitfallColumn])
  readonly pitfalls!: PitfallColumn[];
}
