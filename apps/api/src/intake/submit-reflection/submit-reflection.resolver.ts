import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { CheckImporterTokenService } from '../../access/importer-tokens/check-importer-token.service.js';
import { importerOf, type RequestContext } from '../import-jobs/importer-of.js';
import { ReflectionInput, ReflectionPostponed, ReflectionRefused, ReflectionStored, SubmissionOutcome, SubmissionResult } from './submit-reflection.object.js';
import { SubmitReflectionService, type SubmissionOutcomeCode } from './submit-reflection.service.js';

const OUTCOMES: Readonly<Record<SubmissionOutcomeCode, SubmissionOutcome>> = {
  accepted: SubmissionOutcome.ACCEPTED,
  replaced: SubmissionOutcome.REPLACED,
  withdrawn: SubmissionOutcome.WITHDRAWN,
  unchanged: SubmissionOutcome.UNCHANGED,
};

@Resolver()
export class SubmitReflectionResolver {
  constructor(
    private readonly tokens: CheckImporterTokenService,
    private readonly submissions: SubmitReflectionService,
  ) {}

  @Mutation(() => SubmissionResult, { description: 'Stores one reflection, exactly once however often it is sent.' })
  async submitReflection(
    @Args('reflection', { type: () => ReflectionInput }) reflection: ReflectionInput,
    @Context() context: RequestContext,
  ): Promise<ReflectionStored | ReflectionRefused | ReflectionPostponed> {
    const importer = await importerOf(this.tokens, context);
    const submitted = await this.submissions.submit(importer, reflection);
    if (submitted.ok) return { outcome: OUTCOMES[submitted.value.outcome], alertCode: submitted.value.alertCode };
    const { fault } = submitted;
    if (fault.kind === 'postponed') return { code: fault.code, message: fault.message };
    return { faults: fault.rejections.map(({ column, rule, expected }) => ({ column, rule, expected })) };
  }
}
