import { Field, ObjectType } from '@nestjs/graphql';
import { Term } from '../measure-catalogue/measure-catalogue.object.js';
import { Place } from '../measure-trend/measure-trend.object.js';

@ObjectType({ description: 'Which part of a team recorded at least one reflection, per quarter: context, never a target. One entry per quarter in every list.' })
export class Participation {
  @Field(() => Place)
  readonly place!: Place;

  @Field(() => [String], { description: 'Last month of the quarter, YYYY-MM; only quarters in which a block was posted.' })
  readonly through!: string[];

  @Field(() => [Term], { description: 'The band, with its words.' })
  readonly bands!: Term[];
}
