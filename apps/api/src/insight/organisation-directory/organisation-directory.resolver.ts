import { Args, Query, Resolver } from '@nestjs/graphql';
import { parseOrganisationCode } from '@rolvast/domain';
import { Refusal } from '../../platform/graphql/refusal.js';
import { Organisation, OrganisationName } from './organisation-directory.object.js';
import { OrganisationDirectoryService } from './organisation-directory.service.js';

@Resolver()
export class OrganisationDirectoryResolver {
  constructor(private readonly directory: OrganisationDirectoryService) {}

  @Query(() => [OrganisationName])
  organisations(): Promise<OrganisationName[]> {
    return this.directory.findOrganisations();
  }

  @Query(() => Organisation, { description: 'Regions and teams of an organisation, by name.' })
  async organisation(@Args('code', { type: () => String }) code: string): Promise<Organisation> {
    // Text that has not the form of a code is the code of none.
    const wanted = parseOrganisationCode(code);
    const organisation = wanted === null ? null : await this.directory.findOrganisation(wanted);
    if (organisation === null) throw new Refusal('NOT_FOUND', 'There is no such organisation.');
    return organisation;
  }
}
