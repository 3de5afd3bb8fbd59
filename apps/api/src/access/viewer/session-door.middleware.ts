import { randomUUID } from 'node:crypto';
import { Inject, Injectable, type NestMiddleware } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import type { Logger } from 'pino';
import { readCookie } from '../../platform/auth/auth-cookie.js';
import { hashOfToken } from '../../platform/auth/auth-token.js';
import { SIGN_IN_SETTINGS, type SignInSettings } from '../../platform/auth/sign-in-settings.js';
import { isDatabaseAway } from '../../platform/database/is-away.js';
import { LOGGER } from '../../platform/logging/logger.token.js';
import { setVisit } from './current-visit.js';
import { FindViewerService } from './find-viewer.service.js';

const NOT_SIGNED_IN = { errors: [{ message: 'Sign in first.', extensions: { code: 'UNAUTHENTICATED' } }] };

/**
 * The door of everything that is for viewers: finds out who asks before anything of the question is looked at. No
 * session, one that is over and one whose role was revoked get the same answer.
 */
@Injectable()
export class SessionDoor implements NestMiddleware {
  constructor(
    private readonly viewers: FindViewerService,
    @Inject(SIGN_IN_SETTINGS) private readonly settings: SignInSettings,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  async use(request: Request, response: Response, next: NextFunction): Promise<void> {
    response.set('Cache-Control', 'no-store');
    try {
      if (await this.letsIn(request)) next();
      else response.status(401).json(NOT_SIGNED_IN);
    } catch (error) {
      this.answerFault(error, response);
    }
  }

  private async letsIn(request: Request): Promise<boolean> {
    const sessionHash = hashOfToken(readCookie(request, 'session', this.settings.publicUrl));
    const viewer = sessionHash === null ? null : await this.viewers.findViewer(sessionHash);
    if (sessionHash === null || viewer === null) return false;
    setVisit(request, { viewer, requestId: randomUUID(), sessionHash });
    return true;
  }

  /** Nobody comes in when it can't be found out who asks; nothing of the error leaves but its id. */
  private answerFault(error: unknown, response: Response): void {
    const id = randomUUID();
    this.logger.error({ id, err: error }, 'it could not be found out who asks');
    const isAway = isDatabaseAway(error);
    const message = isAway ? 'The database is not there at this moment. Try again in five seconds.' : 'Something went wrong on our side. Try again; when it stays, pass on the id.';
    if (isAway) response.set('Retry-After', '5');
    response.status(isAway ? 503 : 500).json({ errors: [{ message, extensions: { code: isAway ? 'OVERLOADED' : 'INTERNAL_SERVER_ERROR', id } }] });
  }
}
