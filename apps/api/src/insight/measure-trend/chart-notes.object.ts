import { Field, Int, ObjectType } from '@nestjs/graphql';
import { ChartEventOfUnit, RebaseOfChart, ReviewMarkOfSignal, TargetOfUnit } from '../../care/follow-up/follow-up.object.js';

@ObjectType({ description: 'Support sessions of one kind held in one month for the teams of a unit: an event on every chart of theirs.' })
export class HeldSessionsOfMonth {
  @Field(() => String, { description: 'YYYY-MM.' })
  readonly month!: string;

  @Field(() => String, { description: 'work_guidance, supervision or intervision.' })
  readonly kind!: string;

  @Field(() => Int)
  readonly held!: number;
}

@ObjectType({ description: 'What stands beside the figures of a trend: what happened, and what was decided. A place wider than a unit has events of the whole organisation only.' })
export class ChartNotesOfTrend {
  @Field(() => [HeldSessionsOfMonth])
  readonly sessions!: readonly HeldSessionsOfMonth[];

  @Field(() => [ChartEventOfUnit])
  readonly events!: readonly ChartEventOfUnit[];

  @Field(() => [TargetOfUnit])
  readonly targets!: readonly TargetOfUnit[];

  @Field(() => [ReviewMarkOfSignal], { description: 'Whoever sees the trend sees them, also while a signal is put off.' })
  readonly marks!: readonly ReviewMarkOfSignal[];

  @Field(() => [RebaseOfChart], { description: 'Those that have begun stand with their phase of the chart as well.' })
  readonly rebases!: readonly RebaseOfChart[];
}
