import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Term, Wording } from '../measure-catalogue/measure-catalogue.object.js';
import { CellState, NumberBand, Place } from '../measure-trend/measure-trend.object.js';
import { OrganisationName } from '../organisation-directory/organisation-directory.object.js';

@ObjectType({ description: 'Categories that were published together.' })
export class BreakdownPart {
  @Field(() => [Term], { description: 'In the order of the list; several where small ones went together.' })
  readonly categories!: Term[];

  @Field(() => Int, { nullable: true, description: 'Reflections (n), exact; null for a breakdown of what was noticed, of which only a rounded number is posted.' })
  readonly reflections!: number | null;

  @Field(() => Int, { description: 'Over how many finer places it is added up; 1 where the place posted it itself.' })
  readonly places!: number;
}

@ObjectType({ description: 'A count divided over the parts: one entry per part.' })
export class DividedCount {
  @Field(() => String, { nullable: true, description: 'Catalogue code of the measure of which it is the numerator; null for another count.' })
  readonly measure!: string | null;

  @Field(() => Wording)
  readonly name!: Wording;

  @Field(() => [Int], { nullable: 'items', description: 'Posted; null where it was not divided over this part.' })
  readonly counts!: (number | null)[];

  @Field(() => [NumberBand], { nullable: 'items', description: 'As what a count must be read; null where the number itself is told, or none is.' })
  readonly bands!: (NumberBand | null)[];
}

@ObjectType({ description: 'Granted hours divided over the parts: one entry per part, in hours.' })
export class DividedHours {
  @Field(() => String, { description: 'Catalogue code.' })
  readonly measure!: string;

  @Field(() => Wording)
  readonly name!: Wording;

  @Field(() => [Int], { nullable: 'items' })
  readonly hours!: (number | null)[];
}

@ObjectType({ description: 'The reflections of a place and a quarter, divided by one thing.' })
export class BreakdownOfQuarter {
  @Field(() => OrganisationName)
  readonly organisation!: OrganisationName;

  @Field(() => Place)
  readonly place!: Place;

  @Field(() => Term)
  readonly breakdown!: Term;

  @Field(() => String, { description: 'First month of the quarter, YYYY-MM.' })
  readonly from!: string;

  @Field(() => String)
  readonly through!: string;

  @Field(() => CellState)
  readonly state!: CellState;

  @Field(() => [BreakdownPart], { description: 'Empty unless shown.' })
  readonly parts!: BreakdownPart[];

  @Field(() => [DividedCount])
  readonly counts!: DividedCount[];

  @Field(() => [DividedHours])
  readonly hours!: DividedHours[];

  @Field(() => Int, { nullable: true, description: 'How many finer places have parts; null where the place posted them itself.' })
  readonly placesCovered!: number | null;

  @Field(() => Int, { nullable: true, description: 'How many finer places there were.' })
  readonly placesInPlace!: number | null;
}
