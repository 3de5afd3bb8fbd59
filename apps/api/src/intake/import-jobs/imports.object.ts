import { Field, GraphQLISODateTime, ID, Int, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: 'One rule that one row broke. There is no value of the row in it.' })
export class ImportRejection {
  @Field(() => Int, { description: 'Line of the file; the header of a CSV file is line 1.' })
  readonly line!: number;

  @Field(() => String)
  readonly column!: string;

  @Field(() => String)
  readonly rule!: string;

  @Field(() => String)
  readonly expected!: string;
}

@ObjectType({ description: 'read = accepted + unchanged + replaced + withdrawn + rejected.' })
export class ImportReportAnswer {
  @Field(() => Int)
  readonly read!: number;

  @Field(() => Int)
  readonly accepted!: number;

  @Field(() => Int, { description: 'Also counts a revision that is older than the one that stands.' })
  readonly unchanged!: number;

  @Field(() => Int)
  readonly replaced!: number;

  @Field(() => Int)
  readonly withdrawn!: number;

  @Field(() => Int)
  readonly rejected!: number;

  @Field(() => [ImportRejection])
  readonly rejections!: readonly ImportRejection[];
}

@ObjectType({ description: 'The code of an alert about a child that a row raised, to be shown to who recorded it.' })
export class RaisedAlertCode {
  @Field(() => Int, { description: 'Line of the file; 1 for a single reflection.' })
  readonly line!: number;

  @Field(() => String)
  readonly code!: string;
}

@ObjectType({ description: 'A delivery of the organisation of the token, and what became of it.' })
export class Import {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => String, { description: 'reflections or support-sessions.' })
  readonly kind!: string;

  @Field(() => String, { description: 'waiting, running, done, or refused: a strict delivery of which nothing was stored.' })
  readonly state!: string;

  @Field(() => String, { description: 'command, upload, mutation or folder.' })
  readonly wayIn!: string;

  @Field(() => GraphQLISODateTime)
  readonly receivedAt!: Date;

  @Field(() => GraphQLISODateTime, { nullable: true })
  readonly finishedAt!: Date | null;

  @Field(() => ImportReportAnswer, { nullable: true, description: 'Null until it is finished.' })
  readonly report!: ImportReportAnswer | null;
}
