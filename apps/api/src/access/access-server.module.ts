import { Module, type DynamicModule } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import type { Logger } from 'pino';
import { AuthController } from '../platform/auth/auth.controller.js';
import { OpenIdProvider } from '../platform/auth/openid-provider.js';
import { SignInDesk } from '../platform/auth/sign-in-desk.js';
import { SIGN_IN_SETTINGS, type SignInSettings } from '../platform/auth/sign-in-settings.js';
import { LOGGER } from '../platform/logging/logger.token.js';
import { ACCESS_SETTINGS, type AccessSettings } from './access-settings.js';
import { AuditTrail } from './audit/audit-trail.js';
import { ExportHeadsService } from './audit/export-heads.service.js';
import { NoteRefusalService } from './audit/note-refusal.service.js';
import { DeclaredOperations } from './declared-operations.js';
import { FollowGroupsService } from './group-roles/follow-groups.service.js';
import { OperationGuard } from './operation.guard.js';
import { KeepSessionsService } from './sessions/keep-sessions.service.js';
import { EnterOrganisationService } from './viewer/enter-organisation.service.js';
import { FindViewerService } from './viewer/find-viewer.service.js';
import { SessionDoor } from './viewer/session-door.js';
import { ViewerResolver } from './viewer/viewer.resolver.js';

/** What the server of readers needs to know who may come in. */
export interface AccessOptions {
  readonly logger: Logger;
  readonly signIn: SignInSettings;
  readonly access: AccessSettings;
}

/** Sign-in, sessions, and the guard of every operation. Has the gatekeeper's login. */
@Module({})
export class AccessServerModule {
  static forRoot({ logger, signIn, access }: AccessOptions): DynamicModule {
    return {
      module: AccessServerModule,
      global: true,
      providers: [
        { provide: LOGGER, useValue: logger },
        { provide: SIGN_IN_SETTINGS, useValue: signIn },
        { provide: ACCESS_SETTINGS, useValue: access },
        { provide: APP_GUARD, useClass: OperationGuard },
        { provide: SignInDesk, useExisting: KeepSessionsService },
        AuditTrail,
        DeclaredOperations,
        EnterOrganisationService,
        ExportHeadsService,
        FindViewerService,
        FollowGroupsService,
        KeepSessionsService,
        NoteRefusalService,
        OpenIdProvider,
        SessionDoor,
        ViewerResolver,
      ],
      controllers: [AuthController],
      exports: [NoteRefusalService, SessionDoor],
    };
  }
}
