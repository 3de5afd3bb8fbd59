import { Args, Query, Resolver } from '@nestjs/graphql';
import { NoteRefusalService } from '../../access/audit/note-refusal.service.js';
import { resolveScope } from '../../access/resolve-scope.js';
import { CurrentVisit } from '../../access/viewer/current-visit.js';
import type { Visit } from '../../access/viewer/viewer.js';
import { Refusal } from '../../platform/graphql/refusal.js';
import { Organisation, OrganisationName } from './organisation-directory.object.js';
import { OrganisationDirectoryService } from './organisation-directory.service.js';

@Resolver()
export class OrganisationDirectoryResolver {
  constructor(
    private readonly directory: OrganisationDirectoryService,
    private readonly refusals: NoteRefusalService,
  ) {}

  @Query(() => [OrganisationName], { description: 'The organisation in use.' })
  organisations(@CurrentVisit() { viewer }: Visit): OrganisationName[] {
    const { code, name } = viewer.organisation;
    return [{ code, name }];
  }

  @Query(() => Organisation, { description: 'Regions and teams of the organisation in use, by name: those whose figures are for the viewer.' })
  async organisation(@Args('code', { type: () => String }) wanted: string, @CurrentVisit() visit: Visit): Promise<Organisation> {
    const { code, name } = visit.viewer.organisation;
    if (wanted !== code) {
      await this.refusals.note(visit, 'Query.organisation');
      throw new Refusal('NOT_FOUND', 'There is no such organisation.');
    }
    const scope = resolveScope(visit.viewer, 'Query.organisation');
    return { code, name, ...(scope.ok ? await this.directory.findRegions(scope.value) : { regions: [], closedFrom: null, closedThrough: null }) };
  }
}
