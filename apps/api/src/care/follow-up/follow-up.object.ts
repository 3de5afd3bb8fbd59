import { Field, Float, InputType, Int, ObjectType } from '@nestjs/graphql';

@ObjectType({ isAbstract: true })
abstract class DecidedByRole {
  @Field(() => Int, { description: 'By which it can be ended.' })
  readonly number!: number;

  @Field(() => String, { description: 'The role in which it was decided.' })
  readonly decidedAs!: string;

  @Field(() => String, { description: 'YYYY-Www.' })
  readonly decidedInWeek!: string;
}

@ObjectType({ description: 'A target of the organisation for a unit. Rolvast has none of its own.' })
export class TargetOfUnit extends DecidedByRole {
  @Field(() => String)
  readonly unitCode!: string;

  @Field(() => String)
  readonly measure!: string;

  @Field(() => String, { description: 'YYYY-MM.' })
  readonly fromMonth!: string;

  @Field(() => String, { nullable: true, description: 'Last month; null while it has no end.' })
  readonly throughMonth!: string | null;

  @Field(() => Float)
  readonly value!: number;

  @Field(() => String, { description: 'own_policy, agreement_with_funder, professional_guideline or team_agreement.' })
  readonly source!: string;
}

@ObjectType({ description: 'Something that happened, on the charts of a unit or of the organisation.' })
export class ChartEventOfUnit extends DecidedByRole {
  @Field(() => String, { nullable: true, description: 'Null for the whole organisation.' })
  readonly unitCode!: string | null;

  @Field(() => String)
  readonly month!: string;

  @Field(() => String)
  readonly title!: string;
}

@ObjectType({ description: 'What was done about a signal.' })
export class ReviewMarkOfSignal extends DecidedByRole {
  @Field(() => String)
  readonly unitCode!: string;

  @Field(() => String)
  readonly measure!: string;

  @Field(() => String, { description: 'Last month of the period that the signal is about.' })
  readonly throughMonth!: string;

  @Field(() => String, { description: 'session-planned, explained or snoozed.' })
  readonly kind!: string;

  @Field(() => String, { nullable: true })
  readonly explanation!: string | null;

  @Field(() => String, { nullable: true, description: 'YYYY-Www: the week of the last day on which it waits.' })
  readonly snoozedThroughWeek!: string | null;
}

@ObjectType({ description: 'From here on the usual level of a chart starts anew.' })
export class RebaseOfChart extends DecidedByRole {
  @Field(() => String)
  readonly unitCode!: string;

  @Field(() => String)
  readonly measure!: string;

  @Field(() => String)
  readonly fromMonth!: string;

  @Field(() => String, { description: 'recording_changed, team_changed, target_group_changed or way_of_working_changed.' })
  readonly reason!: string;
}

@ObjectType({ description: 'Everything decided about the charts of some units that still stands.' })
export class FollowUpOfUnits {
  @Field(() => [TargetOfUnit])
  readonly targets!: readonly TargetOfUnit[];

  @Field(() => [ChartEventOfUnit])
  readonly events!: readonly ChartEventOfUnit[];

  @Field(() => [ReviewMarkOfSignal])
  readonly marks!: readonly ReviewMarkOfSignal[];

  @Field(() => [RebaseOfChart])
  readonly rebases!: readonly RebaseOfChart[];
}

@InputType()
export class TargetInput {
  @Field(() => String)
  readonly unit!: string;

  @Field(() => String)
  readonly measure!: string;

  @Field(() => String, { description: 'YYYY-MM.' })
  readonly fromMonth!: string;

  @Field(() => String, { nullable: true })
  readonly throughMonth?: string | null;

  @Field(() => Float, { description: 'In the unit of the measure: percent of a share, hours per 100 reflections, weeks.' })
  readonly value!: number;

  @Field(() => String)
  readonly source!: string;
}

@InputType()
export class SignalMarkInput {
  @Field(() => String)
  readonly unit!: string;

  @Field(() => String)
  readonly measure!: string;

  @Field(() => String)
  readonly throughMonth!: string;

  @Field(() => String, { description: 'session-planned, explained or snoozed.' })
  readonly kind!: string;

  @Field(() => String, { nullable: true, description: 'Only with explained.' })
  readonly explanation?: string | null;

  @Field(() => String, { nullable: true, description: 'Only with snoozed: YYYY-MM-DD, at most three months from now.' })
  readonly until?: string | null;
}
