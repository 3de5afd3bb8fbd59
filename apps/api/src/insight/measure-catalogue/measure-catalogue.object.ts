import { Field, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: 'A text in every language of the product.' })
export class Wording {
  @Field(() => String)
  readonly nl!: string;

  @Field(() => String)
  readonly en!: string;
}

@ObjectType({ description: 'A code for programs and its words for people.' })
export class Term {
  @Field(() => String)
  readonly code!: string;

  @Field(() => Wording)
  readonly name!: Wording;
}

@ObjectType({ description: 'A place and a period for which figures are published.' })
export class Grain {
  @Field(() => String, { description: 'team, region or organisation.' })
  readonly place!: string;

  @Field(() => String, { description: 'month, quarter or half-year.' })
  readonly period!: string;

  @Field(() => Wording)
  readonly label!: Wording;
}

@ObjectType({ description: 'A kind of place, and the lengths of time for which it has figures of a measure.' })
export class PublishedFor {
  @Field(() => String, { description: 'team, region or organisation.' })
  readonly place!: string;

  @Field(() => [String], { description: 'month, quarter, half-year, year; from the finest.' })
  readonly periods!: string[];
}

@ObjectType({ description: 'What a measure says and how it is made; one entry of the catalogue.' })
export class MeasureDefinition {
  @Field(() => String, { description: 'Catalogue code; stable, and never shown on screen.' })
  readonly code!: string;

  @Field(() => Wording)
  readonly name!: Wording;

  @Field(() => Wording, { description: 'What the figure says, in one sentence.' })
  readonly definition!: Wording;

  @Field(() => Wording, { description: 'How not to read it.' })
  readonly caution!: Wording;

  @Field(() => Wording, { nullable: true, description: 'What helps, as an offer; null where nothing specific does.' })
  readonly whatHelps!: Wording | null;

  @Field(() => Wording, { description: 'From which numbers on it is shown at all.' })
  readonly nRule!: Wording;

  @Field(() => Term)
  readonly unit!: Term;

  @Field(() => Term, { description: 'Whether more is wanted, unwanted or neither.' })
  readonly direction!: Term;

  @Field(() => Term)
  readonly chart!: Term;

  @Field(() => [Term], { description: 'Who needs it first; it does not say who may see it.' })
  readonly readers!: Term[];

  @Field(() => Grain, { description: 'The finest place and period for which it is ever published.' })
  readonly grain!: Grain;

  @Field(() => Grain, { description: 'The same where a team records little.' })
  readonly thinGrain!: Grain;

  @Field(() => [PublishedFor], { description: 'Where measureTrend answers for it; a kind of place that is not named has no figures.' })
  readonly publishedFor!: PublishedFor[];

  @Field(() => Boolean, { description: 'Whether measureTrend answers for it for a team.' })
  readonly hasTrend!: boolean;
}

@ObjectType({ description: 'A closed partition of reflections, or of granted hours, by something recorded with them.' })
export class BreakdownDefinition {
  @Field(() => String)
  readonly code!: string;

  @Field(() => Wording)
  readonly name!: Wording;

  @Field(() => Wording, { description: 'How not to read it.' })
  readonly caution!: Wording;

  @Field(() => [Term], { description: 'The whole list, "not known" last.' })
  readonly categories!: Term[];

  @Field(() => Grain)
  readonly grain!: Grain;
}
