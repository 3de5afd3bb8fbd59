import { CreateRolesAndSchemas1795446000000 } from './1795446000000-create-roles-and-schemas.js';
import { CreateIntakeOrganisationAndReflection1795446001000 } from './1795446001000-create-intake-organisation-and-reflection.js';
import { CreatePublishPostingAndPublishedBlock1795446002000 } from './1795446002000-create-publish-posting-and-published-block.js';
import { CreateIntakeImportJob1795446100000 } from './1795446100000-create-intake-import-job.js';
import { CreateAccessImporterToken1795446101000 } from './1795446101000-create-access-importer-token.js';
import { CreateIntakeSourceAndSupportSession1795446200000 } from './1795446200000-create-intake-source-and-support-session.js';
import { CreateCustodianAndRetention1795446201000 } from './1795446201000-create-custodian-and-retention.js';
import { MovePublishWithToTeamPeriod1795446202000 } from './1795446202000-move-publish-with-to-team-period.js';
import { AddReflectionReceivedOn1795446203000 } from './1795446203000-add-reflection-received-on.js';
import { ReplaceTrialBlocksWithLedgers1795446300000 } from './1795446300000-replace-trial-blocks-with-ledgers.js';
import { CreatePublishReadinessAndDueClose1795446400000 } from './1795446400000-create-publish-readiness-and-due-close.js';
import { WidenParticipationBands1795446450000 } from './1795446450000-widen-participation-bands.js';
import { CreateAccessUsersAndSessions1795446500000 } from './1795446500000-create-access-users-and-sessions.js';
import { CreateAccessAuditEntry1795446501000 } from './1795446501000-create-access-audit-entry.js';
import { CreateCareAlert1795446520000 } from './1795446520000-create-care-alert.js';
import { CreateCareSupportSession1795446521000 } from './1795446521000-create-care-support-session.js';
import { CreateCareFollowUp1795446522000 } from './1795446522000-create-care-follow-up.js';
import { CheckCareLiberationDay1795446523000 } from './1795446523000-check-care-liberation-day.js';

/** Every migration in the order in which they run. */
export const MIGRATIONS = [
  CreateRolesAndSchemas1795446000000,
  CreateIntakeOrganisationAndReflection1795446001000,
  CreatePublishPostingAndPublishedBlock1795446002000,
  CreateIntakeImportJob1795446100000,
  CreateAccessImporterToken1795446101000,
  CreateIntakeSourceAndSupportSession1795446200000,
  CreateCustodianAndRetention1795446201000,
  MovePublishWithToTeamPeriod1795446202000,
  AddReflectionReceivedOn1795446203000,
  ReplaceTrialBlocksWithLedgers1795446300000,
  CreatePublishReadinessAndDueClose1795446400000,
  WidenParticipationBands1795446450000,
  CreateAccessUsersAndSessions1795446500000,
  CreateAccessAuditEntry1795446501000,
  CreateCareAlert1795446520000,
  CreateCareSupportSession1795446521000,
  CreateCareFollowUp1795446522000,
  CheckCareLiberationDay1795446523000,
];
