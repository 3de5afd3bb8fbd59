import { Field, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';

@ObjectType({ description: 'A support session of the one list, entered by hand or delivered. Held ones are the events of the charts of a team.' })
export class SupportSessionOnList {
  @Field(() => Int)
  readonly session!: number;

  @Field(() => Int, { description: 'To be given with a change.' })
  readonly version!: number;

  @Field(() => String)
  readonly teamCode!: string;

  @Field(() => String)
  readonly teamName!: string;

  @Field(() => String, { description: 'work_guidance, supervision or intervision.' })
  readonly kind!: string;

  @Field(() => String, { description: 'planned, held, cancelled_by_us or cancelled_by_team.' })
  readonly status!: string;

  @Field(() => String, { description: 'YYYY-Www.' })
  readonly plannedWeek!: string;

  @Field(() => String, { nullable: true })
  readonly heldWeek!: string | null;

  @Field(() => String, { nullable: true, description: 'For quality staff only, and only of sessions of five or more.' })
  readonly plannedOn!: string | null;

  @Field(() => String, { nullable: true, description: 'For quality staff only, and only of sessions of five or more.' })
  readonly heldOn!: string | null;

  @Field(() => [String], { nullable: true, description: 'Codes of pitfalls; null when not known or not kept.' })
  readonly themes!: readonly string[] | null;

  @Field(() => String, { nullable: true, description: '5+ or fewer.' })
  readonly attendance!: string | null;

  @Field(() => String, { nullable: true, description: 'Measure whose signal it was planned from.' })
  readonly promptedBy!: string | null;
}

@InputType()
export class PlanSupportSessionInput {
  @Field(() => String)
  readonly team!: string;

  @Field(() => String, { description: 'work_guidance, supervision or intervision.' })
  readonly kind!: string;

  @Field(() => String, { description: 'YYYY-MM-DD.' })
  readonly plannedOn!: string;

  @Field(() => [String], { defaultValue: [], description: 'Codes of pitfalls that are proposed to talk about.' })
  readonly themes!: readonly string[];

  @Field(() => String, { nullable: true, description: 'Measure whose signal it answers.' })
  readonly promptedBy?: string | null;
}

@InputType()
export class HoldSupportSessionInput {
  @Field(() => Int)
  readonly session!: number;

  @Field(() => Int)
  readonly version!: number;

  @Field(() => String, { description: 'YYYY-MM-DD.' })
  readonly heldOn!: string;

  @Field(() => Boolean, { description: 'Whether five or more took part; of fewer neither day nor theme is kept.' })
  readonly fiveOrMore!: boolean;

  @Field(() => [String], { nullable: true, description: 'What was talked about; what was proposed when left out.' })
  readonly themes?: readonly string[] | null;
}

@InputType()
export class CancelSupportSessionInput {
  @Field(() => Int)
  readonly session!: number;

  @Field(() => Int)
  readonly version!: number;

  @Field(() => Boolean, { description: 'By the organisation; otherwise by the team.' })
  readonly byUs!: boolean;
}

@ObjectType()
export class ChangedSupportSession {
  @Field(() => Int)
  readonly session!: number;

  @Field(() => Int)
  readonly version!: number;

  @Field(() => String)
  readonly status!: string;
}

@ObjectType({ description: 'A measure of support as two counts; a denominator of 0 has nothing to show.' })
export class SupportFigureValue {
  @Field(() => String)
  readonly measure!: string;

  @Field(() => Int)
  readonly numerator!: number;

  @Field(() => Int)
  readonly denominator!: number;
}

@ObjectType({ description: 'Whole weeks since a kind of support was last held; null when it never was.' })
export class WeeksSinceKind {
  @Field(() => String)
  readonly kind!: string;

  @Field(() => Int, { nullable: true })
  readonly weeks!: number | null;
}

export enum SupportPlaceKind {
  TEAM = 'TEAM',
  UNIT = 'UNIT',
  REGION = 'REGION',
  ORGANISATION = 'ORGANISATION',
}

registerEnumType(SupportPlaceKind, {
  name: 'SupportPlaceKind',
  description: 'By what measures of support are added up.',
  valuesMap: { UNIT: { description: 'What is published together: a team, or two siblings.' } },
});

@ObjectType({ description: 'The measures of support of one place in one quarter, added up over its teams. From the list of sessions, so exact.' })
export class SupportFiguresOfPlace {
  @Field(() => String)
  readonly code!: string;

  @Field(() => String)
  readonly name!: string;

  @Field(() => String, { nullable: true, description: 'Null for a wider place.' })
  readonly unitCode!: string | null;

  @Field(() => String, { nullable: true, description: 'Null for the organisation.' })
  readonly regionCode!: string | null;

  @Field(() => Int, { description: 'Teams that are added up: those of the viewer that were there in the quarter.' })
  readonly teams!: number;

  @Field(() => Int, { description: 'Teams of the place that were there in the quarter.' })
  readonly teamsInPlace!: number;

  @Field(() => [SupportFigureValue])
  readonly figures!: readonly SupportFigureValue[];

  @Field(() => [WeeksSinceKind], { nullable: true, description: 'Up to today, of whatever quarter; null for a wider place, whose teams do not add up.' })
  readonly weeksSince!: readonly WeeksSinceKind[] | null;
}

@ObjectType()
export class PackThemeText {
  @Field(() => String)
  readonly name!: string;

  @Field(() => String)
  readonly pattern!: string;

  @Field(() => String)
  readonly rolePart!: string;

  @Field(() => [String])
  readonly principles!: readonly string[];

  @Field(() => [String])
  readonly questions!: readonly string[];

  @Field(() => String)
  readonly whatHelps!: string;
}

@ObjectType()
export class PackRolePartText {
  @Field(() => String)
  readonly name!: string;

  @Field(() => String)
  readonly meaning!: string;

  @Field(() => [String])
  readonly questions!: readonly string[];
}

@ObjectType({ description: 'What a group takes to a session, to be printed: patterns and questions, no figures and no cases.' })
export class SessionPackText {
  @Field(() => String)
  readonly title!: string;

  @Field(() => [String])
  readonly opening!: readonly string[];

  @Field(() => [PackThemeText])
  readonly themes!: readonly PackThemeText[];

  @Field(() => [PackRolePartText])
  readonly roleParts!: readonly PackRolePartText[];

  @Field(() => [String])
  readonly everySession!: readonly string[];

  @Field(() => [String])
  readonly closing!: readonly string[];
}
