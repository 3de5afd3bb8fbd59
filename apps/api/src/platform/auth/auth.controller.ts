import { Controller, Get, Inject, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Logger } from 'pino';
import { LOGGER } from '../logging/logger.token.js';
import { clearCookie, readCookie, setCookie } from './auth-cookie.js';
import { OpenIdProvider } from './openid-provider.js';
import { safeReturnAddress } from './return-address.js';
import { SignInDesk } from './sign-in-desk.js';
import { LONGEST_ATTEMPT_MS, SIGN_IN_SETTINGS, type SignInSettings } from './sign-in-settings.js';

/** Why somebody is back at the sign-in page. */
type SignInFault = 'unreachable' | 'expired' | 'failed' | 'unknown';

const SEE_OTHER = 303;

/** The routes of sign-in: to the provider, back from it, and out. Tokens of the provider never reach the browser. */
@Controller('auth')
export class AuthController {
  constructor(
    private readonly provider: OpenIdProvider,
    private readonly desk: SignInDesk,
    @Inject(SIGN_IN_SETTINGS) private readonly settings: SignInSettings,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  @Get('sign-in')
  async signIn(@Req() request: Request, @Res() response: Response): Promise<void> {
    response.set('Cache-Control', 'no-store');
    const { publicUrl } = this.settings;
    const returnTo = safeReturnAddress(request.query['to']);
    // A machine has several names for itself, and a cookie belongs to one of them.
    if (publicUrl.protocol === 'http:' && request.headers.host !== publicUrl.host) {
      response.redirect(SEE_OTHER, new URL(`/auth/sign-in?to=${encodeURIComponent(returnTo)}`, publicUrl).href);
      return;
    }
    const begun = await this.provider.begin(returnTo).catch((error: unknown) => {
      this.logger.error({ err: error }, 'the provider of sign-in could not be reached');
      return null;
    });
    if (begun === null) {
      backToSignIn(response, 'unreachable', returnTo);
      return;
    }
    setCookie(response, 'sign-in', publicUrl, await this.desk.openAttempt(begun.attempt), LONGEST_ATTEMPT_MS);
    response.redirect(SEE_OTHER, begun.address.href);
  }

  @Get('callback')
  async callback(@Req() request: Request, @Res() response: Response): Promise<void> {
    response.set('Cache-Control', 'no-store');
    const { publicUrl } = this.settings;
    const attempt = await this.desk.takeAttempt(readCookie(request, 'sign-in', publicUrl));
    clearCookie(response, 'sign-in', publicUrl);
    if (attempt === null) {
      backToSignIn(response, 'expired', '/');
      return;
    }
    const identity = await this.provider.finish(request.originalUrl, attempt).catch((error: unknown) => {
      this.logger.warn({ err: error }, 'a sign-in was refused');
      return null;
    });
    if (identity === null) {
      backToSignIn(response, 'failed', attempt.returnTo);
      return;
    }
    const shown = await this.desk.signIn(identity, readCookie(request, 'session', publicUrl));
    if (shown === null) {
      backToSignIn(response, 'unknown', attempt.returnTo);
      return;
    }
    setCookie(response, 'session', publicUrl, shown);
    response.redirect(SEE_OTHER, attempt.returnTo);
  }

  /** Ends the session here at once, and says where it ends at the provider. Another site can't send this: the cookie stays behind. */
  @Post('sign-out')
  async signOut(@Req() request: Request, @Res() response: Response): Promise<void> {
    const { publicUrl } = this.settings;
    const idToken = await this.desk.signOut(readCookie(request, 'session', publicUrl));
    clearCookie(response, 'session', publicUrl);
    response.set('Cache-Control', 'no-store').json({ leaveAt: idToken === null ? '/' : await this.provider.signOutAddress(idToken) });
  }

  /** The provider says that somebody signed out elsewhere. */
  @Post('back-channel-logout')
  async backChannelLogout(@Req() request: Request, @Res() response: Response): Promise<void> {
    response.set('Cache-Control', 'no-store');
    const ended = await this.provider.readLogout(logoutTokenOf(request.body)).catch((error: unknown) => {
      this.logger.warn({ err: error }, 'a back-channel logout was refused');
      return null;
    });
    if (ended === null) {
      response.status(400).json({ error: 'invalid_request' });
      return;
    }
    await this.desk.endFromProvider(ended);
    response.status(200).end();
  }
}

function backToSignIn(response: Response, fault: SignInFault, returnTo: string): void {
  response.redirect(SEE_OTHER, `/sign-in?fault=${fault}&to=${encodeURIComponent(returnTo)}`);
}

function logoutTokenOf(body: unknown): string {
  const token = typeof body === 'object' && body !== null && 'logout_token' in body ? body.logout_token : null;
  return typeof token === 'string' ? token : '';
}
