import { Args, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { ALERT_STATES } from '@rolvast/domain';
import { CurrentVisit } from '../../access/viewer/current-visit.js';
import type { Visit } from '../../access/viewer/viewer.js';
import { orRefuse } from '../desk/care-refusal.js';
import { careViewerOf } from '../desk/care-viewer.js';
import { Refusal } from '../../platform/graphql/refusal.js';
import { AlertPurposeService } from './alert-purpose.js';
import { AlertSettingsService } from './alert-settings.js';
import { AlertStepService, type WantedStep } from './alert-step.service.js';
import { AlertWorklistService } from './alert-worklist.service.js';
import { AlertAfterStep, AlertHistoryStep, AlertStepInput, AlertWorklistInput, AlertWorklistPage, OpenAlertsInBand, OpenAlertsInRegion } from './alerts.object.js';
import { OpenAlertsService } from './open-alerts.service.js';

const STEPS = ['acknowledge', 'ask-work-guidance', 'close', 'reopen'] as const satisfies readonly WantedStep['step'][];

@Resolver()
export class AlertsResolver {
  constructor(
    private readonly purposes: AlertPurposeService,
    private readonly worklist: AlertWorklistService,
    private readonly steps: AlertStepService,
    private readonly numbers: OpenAlertsService,
    private readonly settings: AlertSettingsService,
  ) {}

  @Mutation(() => Boolean, { description: 'Says why the viewer looks at alerts, once a session; 10 to 500 characters, without names, numbers of people or addresses.' })
  async giveAlertPurpose(@Args('purpose', { type: () => String }) purpose: string, @CurrentVisit() visit: Visit): Promise<boolean> {
    return orRefuse(await this.purposes.give(careViewerOf(visit, 'Mutation.giveAlertPurpose'), purpose));
  }

  @Query(() => AlertWorklistPage)
  async alertWorklist(@Args('question', { type: () => AlertWorklistInput }) question: AlertWorklistInput, @CurrentVisit() visit: Visit): Promise<AlertWorklistPage> {
    const states = (question.states ?? []).map((state) => listed(ALERT_STATES, state, 'There is no such state of an alert.'));
    const asked = { unit: question.unit ?? null, states, isOverdueOnly: question.overdueOnly, first: question.first, after: question.after ?? null };
    return orRefuse(await this.worklist.getWorklist(careViewerOf(visit, 'Query.alertWorklist'), asked));
  }

  @Query(() => [AlertHistoryStep], { description: 'What happened to an alert, from when it was raised.' })
  async alertHistory(@Args('code', { type: () => String }) code: string, @CurrentVisit() visit: Visit): Promise<AlertHistoryStep[]> {
    return [...orRefuse(await this.worklist.getHistory(careViewerOf(visit, 'Query.alertHistory'), code))];
  }

  @Mutation(() => AlertAfterStep)
  async takeAlertStep(@Args('step', { type: () => AlertStepInput }) wanted: AlertStepInput, @CurrentVisit() visit: Visit): Promise<AlertAfterStep> {
    const { code, version, reason, outcome } = wanted;
    const step = listed(STEPS, wanted.step, 'There is no such step.');
    return orRefuse(await this.steps.takeStep(careViewerOf(visit, 'Mutation.takeAlertStep'), { code, step, version, reason, outcome: outcome ?? null }));
  }

  @Mutation(() => Boolean, { description: 'Asks for work guidance on an alert of the own team, by the code that its source system shows.' })
  async askForWorkGuidance(@Args('code', { type: () => String }) code: string, @Args('reason', { type: () => String }) reason: string, @CurrentVisit() visit: Visit): Promise<boolean> {
    return orRefuse(await this.steps.askForWorkGuidance(careViewerOf(visit, 'Mutation.askForWorkGuidance'), code, reason));
  }

  @Query(() => [OpenAlertsInBand])
  async openAlertsByAge(@Args('unit', { type: () => String }) unit: string, @CurrentVisit() visit: Visit): Promise<OpenAlertsInBand[]> {
    const bands = orRefuse(await this.numbers.getByAge(careViewerOf(visit, 'Query.openAlertsByAge'), unit));
    return bands.map(({ band: { from, through }, open }) => ({ from, through, open }));
  }

  @Query(() => [OpenAlertsInRegion])
  async openAlertsByRegion(@CurrentVisit() visit: Visit): Promise<OpenAlertsInRegion[]> {
    return [...orRefuse(await this.numbers.getByRegion(careViewerOf(visit, 'Query.openAlertsByRegion')))];
  }

  @Mutation(() => Int, { description: 'After how many working days an alert is overdue, 1 to 60.' })
  async setAlertOverdueAfter(@Args('workingDays', { type: () => Int }) workingDays: number, @CurrentVisit() visit: Visit): Promise<number> {
    return orRefuse(await this.settings.setOverdueAfter(careViewerOf(visit, 'Mutation.setAlertOverdueAfter'), workingDays));
  }

  @Mutation(() => String, { description: 'In which years 5 May is no working day: lustrum-years, every-year or never.' })
  async setLiberationDay(@Args('rule', { type: () => String }) rule: string, @CurrentVisit() visit: Visit): Promise<string> {
    return orRefuse(await this.settings.setLiberationDay(careViewerOf(visit, 'Mutation.setLiberationDay'), rule));
  }
}

function listed<Code extends string>(codes: readonly Code[], text: string, message: string): Code {
  const known = codes.find((code) => code === text);
  if (known === undefined) throw new Refusal('BAD_USER_INPUT', message);
  return known;
}
