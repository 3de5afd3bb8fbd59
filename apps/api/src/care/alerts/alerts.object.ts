import { Field, GraphQLISODateTime, InputType, Int, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: 'An alert about a child, as quality staff see it. It knows no person, no case and no reflection.' })
export class AlertOnList {
  @Field(() => String)
  readonly code!: string;

  @Field(() => String)
  readonly unitCode!: string;

  @Field(() => String)
  readonly unitName!: string;

  @Field(() => String, { description: 'YYYY-MM-DD.' })
  readonly raisedOn!: string;

  @Field(() => Int, { nullable: true, description: 'Null once it is closed.' })
  readonly ageWorkingDays!: number | null;

  @Field(() => Boolean)
  readonly isOverdue!: boolean;

  @Field(() => [String], { description: 'not_seen, not_spoken_to, safety_not_discussed.' })
  readonly missing!: readonly string[];

  @Field(() => String, { description: 'pitfall, concern or pitfall_and_concern.' })
  readonly ground!: string;

  @Field(() => String, { description: 'open, acknowledged, followed-up or closed.' })
  readonly state!: string;

  @Field(() => String, { nullable: true, description: 'How it ended; null while it has not.' })
  readonly outcome!: string | null;

  @Field(() => Boolean, { description: 'A later revision no longer meets the rule: somebody may close it, and nobody has to.' })
  readonly isClosingProposed!: boolean;

  @Field(() => Int, { description: 'To be given with a step.' })
  readonly version!: number;
}

@ObjectType({ description: 'Alerts, the longest waiting first. This is no emergency route: in acute danger 112 or Veilig Thuis 0800-2000 and your own Meldcode.' })
export class AlertWorklistPage {
  @Field(() => [AlertOnList])
  readonly alerts!: readonly AlertOnList[];

  @Field(() => Int)
  readonly total!: number;

  @Field(() => String, { nullable: true, description: 'To be given as after for the next page; null on the last.' })
  readonly next!: string | null;

  @Field(() => Int, { description: 'Working days after which the organisation calls an alert overdue.' })
  readonly overdueAfter!: number;
}

@InputType()
export class AlertWorklistInput {
  @Field(() => String, { nullable: true, description: 'Code of a unit; every unit when left out.' })
  readonly unit?: string | null;

  @Field(() => [String], { nullable: true, description: 'States; every state when left out.' })
  readonly states?: readonly string[] | null;

  @Field(() => Boolean, { defaultValue: false })
  readonly overdueOnly!: boolean;

  @Field(() => Int, { defaultValue: 50, description: '1 to 100.' })
  readonly first!: number;

  @Field(() => String, { nullable: true })
  readonly after?: string | null;
}

@ObjectType({ description: 'Something that happened to an alert: in which role, when and why.' })
export class AlertHistoryStep {
  @Field(() => String)
  readonly step!: string;

  @Field(() => String, { nullable: true })
  readonly from!: string | null;

  @Field(() => String)
  readonly to!: string;

  @Field(() => String)
  readonly role!: string;

  @Field(() => GraphQLISODateTime)
  readonly at!: Date;

  @Field(() => String, { nullable: true })
  readonly reason!: string | null;

  @Field(() => String, { nullable: true })
  readonly outcome!: string | null;
}

@InputType()
export class AlertStepInput {
  @Field(() => String)
  readonly code!: string;

  @Field(() => String, { description: 'acknowledge, ask-work-guidance, close or reopen.' })
  readonly step!: string;

  @Field(() => Int, { description: 'The version that was looked at; when it was changed meanwhile the step is refused.' })
  readonly version!: number;

  @Field(() => String)
  readonly reason!: string;

  @Field(() => String, { nullable: true, description: 'Only to close: child_seen, safety_plan, meldcode_step or not_applicable.' })
  readonly outcome?: string | null;
}

@ObjectType({ description: 'Where an alert stands after a step.' })
export class AlertAfterStep {
  @Field(() => String)
  readonly code!: string;

  @Field(() => String)
  readonly state!: string;

  @Field(() => String, { nullable: true })
  readonly outcome!: string | null;

  @Field(() => Int)
  readonly version!: number;
}

@ObjectType({ description: 'How many alerts of a unit wait in one band of ages, in working days.' })
export class OpenAlertsInBand {
  @Field(() => Int)
  readonly from!: number;

  @Field(() => Int, { nullable: true, description: 'Null for the last band, which has no end.' })
  readonly through!: number | null;

  @Field(() => Int)
  readonly open!: number;
}

@ObjectType({ description: 'How many alerts of a region wait.' })
export class OpenAlertsInRegion {
  @Field(() => String)
  readonly regionCode!: string;

  @Field(() => String)
  readonly regionName!: string;

  @Field(() => Int)
  readonly open!: number;

  @Field(() => Int)
  readonly overdue!: number;
}
