import { Args, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { SUPPORT_KINDS, type Language, type WeeksSinceSupport } from '@rolvast/domain';
import { CurrentVisit } from '../../access/viewer/current-visit.js';
import type { Visit } from '../../access/viewer/viewer.js';
import { orRefuse } from '../desk/care-refusal.js';
import { careViewerOf } from '../desk/care-viewer.js';
import { PlanSessionService } from './plan-session.service.js';
import { SupportFiguresService, type SupportGrouping } from './support-figures.service.js';
import {
  CancelSupportSessionInput,
  ChangedSupportSession,
  HoldSupportSessionInput,
  PlanSupportSessionInput,
  SessionPackText,
  SupportFiguresOfPlace,
  SupportPlaceKind,
  SupportSessionOnList,
  WeeksSinceKind,
} from './support-sessions.object.js';
import { SupportSessionsService } from './support-sessions.service.js';

const LANGUAGE = { type: () => String, defaultValue: 'nl', description: 'nl or en.' };

const GROUPINGS: Readonly<Record<SupportPlaceKind, SupportGrouping>> = { TEAM: 'team', UNIT: 'unit', REGION: 'region', ORGANISATION: 'organisation' };

@Resolver()
export class SupportSessionsResolver {
  constructor(
    private readonly plans: PlanSessionService,
    private readonly sessions: SupportSessionsService,
    private readonly figures: SupportFiguresService,
  ) {}

  @Query(() => [SupportSessionOnList], { description: 'Sessions planned or held between two weeks, both included.' })
  async supportSessions(
    @Args('fromWeek', { type: () => String, description: 'YYYY-Www.' }) fromWeek: string,
    @Args('throughWeek', { type: () => String }) throughWeek: string,
    @Args('unit', { type: () => String, nullable: true, description: 'Every unit of the viewer when left out.' }) unit: string | null,
    @CurrentVisit() visit: Visit,
  ): Promise<SupportSessionOnList[]> {
    return [...orRefuse(await this.sessions.getSessions(careViewerOf(visit, 'Query.supportSessions'), unit ?? null, fromWeek, throughWeek))];
  }

  @Query(() => SupportSessionOnList, { nullable: true, description: 'The first session of a unit still to come; null when none is planned.' })
  async nextSupportSession(@Args('unit', { type: () => String }) unit: string, @CurrentVisit() visit: Visit): Promise<SupportSessionOnList | null> {
    return orRefuse(await this.sessions.getNext(careViewerOf(visit, 'Query.nextSupportSession'), unit));
  }

  @Query(() => [SupportFiguresOfPlace], { description: 'The measures of support in a quarter, by code of the place. Nothing but the teams of the viewer is added up.' })
  async supportFigures(
    @Args('quarter', { type: () => String, description: 'YYYY-Qn.' }) quarter: string,
    @Args('by', { type: () => SupportPlaceKind, defaultValue: SupportPlaceKind.TEAM }) by: SupportPlaceKind,
    @CurrentVisit() visit: Visit,
  ): Promise<SupportFiguresOfPlace[]> {
    const places = orRefuse(await this.figures.getFigures(careViewerOf(visit, 'Query.supportFigures'), quarter, GROUPINGS[by]));
    return places.map(({ weeksSince, ...place }) => ({ ...place, weeksSince: weeksSince === null ? null : toWeeks(weeksSince) }));
  }

  @Query(() => [WeeksSinceKind])
  async weeksSinceSupport(@Args('unit', { type: () => String }) unit: string, @CurrentVisit() visit: Visit): Promise<WeeksSinceKind[]> {
    return toWeeks(orRefuse(await this.figures.getWeeksSince(careViewerOf(visit, 'Query.weeksSinceSupport'), unit)));
  }

  @Query(() => SessionPackText)
  async sessionPack(
    @Args('kind', { type: () => String }) kind: string,
    @Args('themes', { type: () => [String] }) themes: string[],
    @Args('language', LANGUAGE) language: string,
    @CurrentVisit() visit: Visit,
  ): Promise<SessionPackText> {
    return orRefuse(await this.sessions.getPack(careViewerOf(visit, 'Query.sessionPack'), kind, themes, languageOf(language)));
  }

  @Query(() => String, { description: 'A calendar file (RFC 5545) of a session that is planned.' })
  async sessionCalendar(@Args('session', { type: () => Int }) session: number, @Args('language', LANGUAGE) language: string, @CurrentVisit() visit: Visit): Promise<string> {
    return orRefuse(await this.sessions.getCalendar(careViewerOf(visit, 'Query.sessionCalendar'), session, languageOf(language)));
  }

  @Mutation(() => ChangedSupportSession)
  async planSupportSession(@Args('plan', { type: () => PlanSupportSessionInput }) plan: PlanSupportSessionInput, @CurrentVisit() visit: Visit): Promise<ChangedSupportSession> {
    const { team, kind, plannedOn, themes, promptedBy } = plan;
    return orRefuse(await this.plans.plan(careViewerOf(visit, 'Mutation.planSupportSession'), { team, kind, plannedOn, themes, promptedBy: promptedBy ?? null }));
  }

  @Mutation(() => ChangedSupportSession)
  async holdSupportSession(@Args('held', { type: () => HoldSupportSessionInput }) held: HoldSupportSessionInput, @CurrentVisit() visit: Visit): Promise<ChangedSupportSession> {
    const { session, version, heldOn, fiveOrMore, themes } = held;
    const wanted = { session, version, heldOn, attendance: fiveOrMore ? '5+' : 'fewer', themes: themes ?? null } as const;
    return orRefuse(await this.plans.hold(careViewerOf(visit, 'Mutation.holdSupportSession'), wanted));
  }

  @Mutation(() => ChangedSupportSession)
  async cancelSupportSession(@Args('cancelled', { type: () => CancelSupportSessionInput }) cancelled: CancelSupportSessionInput, @CurrentVisit() visit: Visit): Promise<ChangedSupportSession> {
    const { session, version, byUs } = cancelled;
    return orRefuse(await this.plans.cancel(careViewerOf(visit, 'Mutation.cancelSupportSession'), { session, version, by: byUs ? 'us' : 'team' }));
  }
}

function toWeeks(weeks: WeeksSinceSupport): WeeksSinceKind[] {
  return SUPPORT_KINDS.map((kind) => ({ kind, weeks: weeks[kind] }));
}

function languageOf(text: string): Language {
  return text === 'en' ? 'en' : 'nl';
}
