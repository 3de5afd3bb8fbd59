import { Module } from '@nestjs/common';
import { AuditTrail } from './audit/audit-trail.js';
import { ReadAuditService } from './audit/read-audit.service.js';
import { KeepImporterTokensService } from './importer-tokens/keep-importer-tokens.service.js';
import { KeepUsersService } from './users/keep-users.service.js';

/** Keeps what decides who may do what. For the command line: the server can't make a token or a user. */
@Module({ providers: [AuditTrail, KeepImporterTokensService, KeepUsersService, ReadAuditService], exports: [AuditTrail, KeepImporterTokensService, KeepUsersService, ReadAuditService] })
export class AccessModule {}
