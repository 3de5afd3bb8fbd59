import { Args, Context, ID, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CheckImporterTokenService } from '../../access/importer-tokens/check-importer-token.service.js';
import { Refusal } from '../../platform/graphql/refusal.js';
import { AlertCodesStore } from '../outbox/alert-codes.store.js';
import { importerOf, type RequestContext } from './importer-of.js';
import { ImportJobStore, isJobId, type ImportJob } from './import-job.store.js';
import { Import, RaisedAlertCode } from './imports.object.js';

const MOST = 50;

@Resolver(() => Import)
export class ImportsResolver {
  constructor(
    private readonly tokens: CheckImporterTokenService,
    private readonly jobs: ImportJobStore,
    private readonly codes: AlertCodesStore,
  ) {}

  @Query(() => [Import], { description: 'The latest deliveries of the organisation, newest first.' })
  async imports(@Args('latest', { type: () => Int, defaultValue: 20, description: `How many, 1 to ${MOST}.` }) latest: number, @Context() context: RequestContext): Promise<Import[]> {
    const importer = await importerOf(this.tokens, context);
    if (latest < 1 || latest > MOST) throw new Refusal('BAD_USER_INPUT', `Ask for 1 to ${MOST} imports.`);
    const jobs = await this.jobs.findLatest(importer.organisationId, latest);
    return jobs.map(toImport);
  }

  @Query(() => Import, { nullable: true, description: 'Null when there is no such import, or when it is of another organisation.' })
  async import(@Args('id', { type: () => ID }) id: string, @Context() context: RequestContext): Promise<Import | null> {
    const importer = await importerOf(this.tokens, context);
    const job = isJobId(id) ? await this.jobs.find(importer.organisationId, id) : null;
    return job === null ? null : toImport(job);
  }

  @ResolveField(() => [RaisedAlertCode], { description: 'Given once, to the token that delivered: whoever asks again gets none.' })
  async alertCodes(@Parent() { id }: Import, @Context() context: RequestContext): Promise<RaisedAlertCode[]> {
    const importer = await importerOf(this.tokens, context);
    return [...(await this.codes.take(importer.organisationId, id, importer.tokenId))];
  }
}

function toImport({ jobId, kind, state, wayIn, receivedAt, finishedAt, report }: ImportJob): Import {
  return { id: jobId, kind, state, wayIn, receivedAt, finishedAt, report };
}
