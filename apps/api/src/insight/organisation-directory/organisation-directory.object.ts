import { Field, ObjectType } from '@nestjs/graphql';

@ObjectType()
export class OrganisationName {
  @Field(() => String)
  readonly code!: string;

  @Field(() => String)
  readonly name!: string;
}

@ObjectType()
export class TeamName {
  @Field(() => String)
  readonly code!: string;

  @Field(() => String)
  readonly name!: string;
}

@ObjectType()
export class Region {
  @Field(() => String)
  readonly code!: string;

  @Field(() => String)
  readonly name!: string;

  @Field(() => [TeamName])
  readonly teams!: TeamName[];
}

@ObjectType()
export class Organisation {
  @Field(() => String)
  readonly code!: string;

  @Field(() => String)
  readonly name!: string;

  @Field(() => [Region])
  readonly regions!: Region[];

  @Field(() => String, { nullable: true, description: 'First month that a unit of the viewer could be closed in, YYYY-MM; null before the first release.' })
  readonly closedFrom!: string | null;

  @Field(() => String, { nullable: true, description: 'Last month that was closed, YYYY-MM; null before the first release.' })
  readonly closedThrough!: string | null;
}
