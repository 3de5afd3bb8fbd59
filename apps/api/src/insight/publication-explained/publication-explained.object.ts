import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Wording } from '../measure-catalogue/measure-catalogue.object.js';
import { OrganisationName } from '../organisation-directory/organisation-directory.object.js';

@ObjectType({ description: 'A section of the explanation.' })
export class ExplainedSection {
  @Field(() => String, { description: 'For addresses; stable.' })
  readonly code!: string;

  @Field(() => Wording)
  readonly title!: Wording;

  @Field(() => [Wording])
  readonly paragraphs!: Wording[];
}

@ObjectType({ description: 'What was tried before a release went out, and what it found. Nothing about a unit.' })
export class ReleaseAuditStamp {
  @Field(() => String, { description: 'How it was tried.' })
  readonly method!: string;

  @Field(() => Int)
  readonly units!: number;

  @Field(() => Int, { description: 'Attempts to work something out.' })
  readonly targets!: number;

  @Field(() => Int, { description: 'What was found that may never be found.' })
  readonly disclosures!: number;

  @Field(() => Int, { description: 'Attempts that time did not suffice for.' })
  readonly unfinished!: number;

  @Field(() => Wording, { description: 'The same in words.' })
  readonly sentence!: Wording;
}

@ObjectType({ description: 'A release: immutable, numbered, with a hash over everything in it and the hash of the one before.' })
export class Release {
  @Field(() => Int)
  readonly number!: number;

  @Field(() => String, { description: 'Day in Amsterdam, YYYY-MM-DD.' })
  readonly releasedOn!: string;

  @Field(() => String, { description: 'Last month in it, YYYY-MM.' })
  readonly closedThrough!: string;

  @Field(() => Int)
  readonly schemeVersion!: number;

  @Field(() => Int)
  readonly policyVersion!: number;

  @Field(() => String, { description: 'SHA-256, 64 hexadecimal digits.' })
  readonly hash!: string;

  @Field(() => ReleaseAuditStamp)
  readonly audit!: ReleaseAuditStamp;
}

@ObjectType({ description: 'What is published and why, with the last release; for the works council and the data protection officer.' })
export class PublicationExplained {
  @Field(() => OrganisationName)
  readonly organisation!: OrganisationName;

  @Field(() => [ExplainedSection])
  readonly sections!: ExplainedSection[];

  @Field(() => Release, { nullable: true, description: 'The last one; null before the first.' })
  readonly lastRelease!: Release | null;

  @Field(() => Wording, { description: 'The last release in words, also when there is none.' })
  readonly releaseSentence!: Wording;
}
