import { Args, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { REVIEW_MARKS } from '@rolvast/domain';
import { CurrentVisit } from '../../access/viewer/current-visit.js';
import type { Visit } from '../../access/viewer/viewer.js';
import { orRefuse } from '../desk/care-refusal.js';
import { careViewerOf } from '../desk/care-viewer.js';
import { FollowUpOfUnits, SignalMarkInput, TargetInput } from './follow-up.object.js';
import { FollowUpService } from './follow-up.service.js';

const NUMBER = { type: () => Int };

/** What is decided about charts. Each decision gives its number, by which it can be ended. */
@Resolver()
export class FollowUpResolver {
  constructor(private readonly decisions: FollowUpService) {}

  @Query(() => FollowUpOfUnits)
  async followUp(@Args('unit', { type: () => String, nullable: true, description: 'Every unit of the viewer when left out.' }) unit: string | null, @CurrentVisit() visit: Visit): Promise<FollowUpOfUnits> {
    return orRefuse(await this.decisions.getFollowUp(careViewerOf(visit, 'Query.followUp'), unit ?? null));
  }

  @Mutation(() => Int)
  async setTarget(@Args('target', { type: () => TargetInput }) target: TargetInput, @CurrentVisit() visit: Visit): Promise<number> {
    const { unit, measure, fromMonth, throughMonth, value, source } = target;
    return orRefuse(await this.decisions.setTarget(careViewerOf(visit, 'Mutation.setTarget'), { unit, measure, fromMonth, throughMonth: throughMonth ?? null, value, source }));
  }

  @Mutation(() => Boolean)
  async endTarget(@Args('number', NUMBER) number: number, @CurrentVisit() visit: Visit): Promise<boolean> {
    return orRefuse(await this.decisions.end(careViewerOf(visit, 'Mutation.endTarget'), 'target', number));
  }

  @Mutation(() => Int, { description: 'The title has at most 60 characters, and no name, number of a person or address.' })
  async addChartEvent(
    @Args('month', { type: () => String, description: 'YYYY-MM.' }) month: string,
    @Args('title', { type: () => String }) title: string,
    @Args('unit', { type: () => String, nullable: true, description: 'The whole organisation when left out, which a team manager can not.' }) unit: string | null,
    @CurrentVisit() visit: Visit,
  ): Promise<number> {
    return orRefuse(await this.decisions.addEvent(careViewerOf(visit, 'Mutation.addChartEvent'), unit ?? null, month, title));
  }

  @Mutation(() => Boolean)
  async endChartEvent(@Args('number', NUMBER) number: number, @CurrentVisit() visit: Visit): Promise<boolean> {
    return orRefuse(await this.decisions.end(careViewerOf(visit, 'Mutation.endChartEvent'), 'chart_event', number));
  }

  @Mutation(() => Int)
  async markSignal(@Args('mark', { type: () => SignalMarkInput }) mark: SignalMarkInput, @CurrentVisit() visit: Visit): Promise<number> {
    const kind = REVIEW_MARKS.find((known) => known === mark.kind);
    if (kind === undefined) return orRefuse({ ok: false, fault: 'MARK_INCOMPLETE' });
    const { unit, measure, throughMonth, explanation, until } = mark;
    const wanted = { unit, measure, throughMonth, kind, explanation: explanation ?? null, until: until ?? null };
    return orRefuse(await this.decisions.markSignal(careViewerOf(visit, 'Mutation.markSignal'), wanted));
  }

  @Mutation(() => Boolean)
  async endReviewMark(@Args('number', NUMBER) number: number, @CurrentVisit() visit: Visit): Promise<boolean> {
    return orRefuse(await this.decisions.end(careViewerOf(visit, 'Mutation.endReviewMark'), 'review_mark', number));
  }

  @Mutation(() => Int, { description: 'Lets the usual level of a chart start anew from a month on. Figures stay as they are.' })
  async rebaseChart(
    @Args('unit', { type: () => String }) unit: string,
    @Args('measure', { type: () => String }) measure: string,
    @Args('fromMonth', { type: () => String }) fromMonth: string,
    @Args('reason', { type: () => String }) reason: string,
    @CurrentVisit() visit: Visit,
  ): Promise<number> {
    return orRefuse(await this.decisions.rebase(careViewerOf(visit, 'Mutation.rebaseChart'), { unit, measure, fromMonth, reason }));
  }

  @Mutation(() => Boolean)
  async endRebase(@Args('number', NUMBER) number: number, @CurrentVisit() visit: Visit): Promise<boolean> {
    return orRefuse(await this.decisions.end(careViewerOf(visit, 'Mutation.endRebase'), 'rebase', number));
  }
}
