import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Refusal } from '../../platform/graphql/refusal.js';
import { NoteRefusalService } from '../audit/note-refusal.service.js';
import { mayDo } from '../role-policy.js';
import type { ViewerRole } from '../roles.js';
import { CurrentVisit } from './current-visit.js';
import { EnterOrganisationService } from './enter-organisation.service.js';
import { FindViewerService } from './find-viewer.service.js';
import type { Viewer, Visit } from './viewer.js';
import { ViewerAnswer, ViewerRoleName } from './viewer.object.js';

const NAMES: Readonly<Record<ViewerRole, ViewerRoleName>> = {
  'team-manager': ViewerRoleName.TEAM_MANAGER,
  'quality-staff': ViewerRoleName.QUALITY_STAFF,
  director: ViewerRoleName.DIRECTOR,
  administrator: ViewerRoleName.ADMINISTRATOR,
  'data-protection-officer': ViewerRoleName.DATA_PROTECTION_OFFICER,
};

@Resolver()
export class ViewerResolver {
  constructor(
    private readonly viewers: FindViewerService,
    private readonly organisations: EnterOrganisationService,
    private readonly refusals: NoteRefusalService,
  ) {}

  @Query(() => ViewerAnswer, { description: 'Who is signed in.' })
  viewer(@CurrentVisit() { viewer }: Visit): Promise<ViewerAnswer> {
    return this.answerOf(viewer);
  }

  @Mutation(() => ViewerAnswer, { description: 'Brings another organisation into use, for this session.' })
  async enterOrganisation(@Args('code', { type: () => String }) code: string, @CurrentVisit() visit: Visit): Promise<ViewerAnswer> {
    const entered = await this.organisations.enter(visit, code);
    if (entered.ok) return this.answerOf(entered.value);
    await this.refusals.note(visit, 'Mutation.enterOrganisation');
    throw new Refusal('NOT_FOUND', 'There is no such organisation.');
  }

  private async answerOf({ userNumber, displayName, organisation, roles }: Viewer): Promise<ViewerAnswer> {
    const { code, name } = organisation;
    const organisations = await this.viewers.findOrganisations(userNumber);
    return {
      name: displayName,
      organisation: { code, name },
      organisations: organisations.map((own) => ({ code: own.code, name: own.name })),
      roles: roles.map(({ role }) => NAMES[role]),
      seesFigures: roles.some(({ role }) => mayDo(role, 'Query.measureTrend')),
    };
  }
}
