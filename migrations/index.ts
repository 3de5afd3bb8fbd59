import { CreateRolesAndSchemas1795446000000 } from './1795446000000-create-roles-and-schemas.js';
import { CreateIntakeOrganisationAndReflection1795446001000 } from './1795446001000-create-intake-organisation-and-reflection.js';
import { CreatePublishPostingAndPublishedBlock1795446002000 } from './1795446002000-create-publish-posting-and-published-block.js';
import { CreateIntakeImportJob1795446100000 } from './1795446100000-create-intake-import-job.js';
import { CreateAccessImporterToken1795446101000 } from './1795446101000-create-access-importer-token.js';

/** Every migration in the order in which they run. */
export const MIGRATIONS = [
  CreateRolesAndSchemas1795446000000,
  CreateIntakeOrganisationAndReflection1795446001000,
  CreatePublishPostingAndPublishedBlock1795446002000,
  CreateIntakeImportJob1795446100000,
  CreateAccessImporterToken1795446101000,
];
