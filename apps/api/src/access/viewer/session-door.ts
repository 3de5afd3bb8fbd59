import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import type { Logger } from 'pino';
import { readCookie } from '../../platform/auth/auth-cookie.js';
import { hashOfToken } from '../../platform/auth/auth-token.js';
import { SIGN_IN_SETTINGS, type SignInSettings } from '../../platform/auth/sign-in-settings.js';
import { isDatabaseAway } from '../../platform/errors/database-away.js';
import { overloaded, RETRY_AFTER_SECONDS } from '../../platform/graphql/refusal.js';
import { answerFault } from '../../platform/http/answer-fault.js';
import { LOGGER } from '../../platform/logging/logger.token.js';
import { setVisit } from './current-visit.js';
import { FindViewerService } from './find-viewer.service.js';

/**
 * The door of everything that is for viewers: finds out who asks before anything of the question is looked at. No
 * session, one that is over and one whose role was revoked get the same answer.
 */
@Injectable()
export class SessionDoor {
  constructor(
    private readonly viewers: FindViewerService,
    @Inject(SIGN_IN_SETTINGS) private readonly settings: SignInSettings,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** To be laid before whatever reads the body of a request. */
  readonly handler: RequestHandler = async (request: Request, response: Response, next: NextFunction): Promise<void> => {
    response.set('Cache-Control', 'no-store');
    try {
      if (await this.letsIn(request)) next();
      else answerFault(request, response, { status: 401, code: 'UNAUTHENTICATED', message: 'Sign in first.' });
    } catch (error) {
      this.answerError(error, request, response);
    }
  };

  private async letsIn(request: Request): Promise<boolean> {
    const sessionHash = hashOfToken(readCookie(request, 'session', this.settings.publicUrl));
    const viewer = sessionHash === null ? null : await this.viewers.findViewer(sessionHash);
    if (sessionHash === null || viewer === null) return false;
    setVisit(request, { viewer, requestId: randomUUID(), sessionHash });
    return true;
  }

  /** Nobody comes in when it can't be found out who asks; nothing of the error leaves but its id. */
  private answerError(error: unknown, request: Request, response: Response): void {
    const id = randomUUID();
    this.logger.error({ id, err: error }, 'it could not be found out who asks');
    if (isDatabaseAway(error)) answerFault(request, response, { status: 503, code: 'OVERLOADED', message: overloaded().message, id, headers: { 'Retry-After': String(RETRY_AFTER_SECONDS) } });
    else answerFault(request, response, { status: 500, code: 'INTERNAL_SERVER_ERROR', message: 'Something went wrong on our side. Try again; when it stays, pass on the id.', id });
  }
}
