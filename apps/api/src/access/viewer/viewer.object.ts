import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';

export enum ViewerRoleName {
  TEAM_MANAGER = 'TEAM_MANAGER',
  QUALITY_STAFF = 'QUALITY_STAFF',
  DIRECTOR = 'DIRECTOR',
  ADMINISTRATOR = 'ADMINISTRATOR',
  DATA_PROTECTION_OFFICER = 'DATA_PROTECTION_OFFICER',
}

registerEnumType(ViewerRoleName, { name: 'ViewerRole', description: 'What a person is for an organisation. No role includes another.' });

@ObjectType({ description: 'An organisation in which the viewer has a role.' })
export class ViewerOrganisation {
  @Field(() => String)
  readonly code!: string;

  @Field(() => String)
  readonly name!: string;
}

@ObjectType({ description: 'Who is signed in, and as what.' })
export class ViewerAnswer {
  @Field(() => String, { description: 'Name for on screen.' })
  readonly name!: string;

  @Field(() => ViewerOrganisation, { description: 'The organisation in use; nothing of another one is answered.' })
  readonly organisation!: ViewerOrganisation;

  @Field(() => [ViewerOrganisation], { description: 'Every organisation in which the viewer has a role, by name.' })
  readonly organisations!: ViewerOrganisation[];

  @Field(() => [ViewerRoleName], { description: 'The roles in the organisation in use.' })
  readonly roles!: ViewerRoleName[];

  @Field(() => Boolean, { description: 'Whether one of these roles sees figures.' })
  readonly seesFigures!: boolean;
}
