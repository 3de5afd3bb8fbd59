import { Inject, Injectable } from '@nestjs/common';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import * as openid from 'openid-client';
import type { EndedAtProvider, Identity, SignInAttempt } from './sign-in-desk.js';
import { SIGN_IN_SETTINGS, type SignInSettings } from './sign-in-settings.js';

const BACK_CHANNEL_LOGOUT = 'http://schemas.openid.net/event/backchannel-logout';
/** A logout is told when it happens; an older telling is a recorded one. */
const LOGOUT_MAX_AGE = '2 minutes';
const CLOCK_TOLERANCE_SECONDS = 10;
const ALGORITHMS = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'EdDSA', 'Ed25519'];
const TIMEOUT_SECONDS = 5;

/** A standard OpenID provider, found by its issuer when it is needed first. */
@Injectable()
export class OpenIdProvider {
  private found: Promise<openid.Configuration> | null = null;
  private keys: ReturnType<typeof createRemoteJWKSet> | null = null;

  constructor(@Inject(SIGN_IN_SETTINGS) private readonly settings: SignInSettings) {}

  /** A new attempt to sign in and the address to send the browser to. @throws when the provider can't be reached. */
  async begin(returnTo: string): Promise<{ readonly attempt: SignInAttempt; readonly address: URL }> {
    const configuration = await this.configuration();
    const attempt = { state: openid.randomState(), nonce: openid.randomNonce(), codeVerifier: openid.randomPKCECodeVerifier(), returnTo };
    const address = openid.buildAuthorizationUrl(configuration, {
      redirect_uri: this.addressOf('/auth/callback'),
      scope: this.settings.provider.scopes,
      state: attempt.state,
      nonce: attempt.nonce,
      code_challenge: await openid.calculatePKCECodeChallenge(attempt.codeVerifier),
      code_challenge_method: 'S256',
    });
    return { attempt, address };
  }

  /**
   * Trades what the browser brought back for who it is.
   *
   * @param path the path and query with which it came back.
   * @throws when state, nonce, verifier, signature, issuer, audience or time are not what they must be.
   */
  async finish(path: string, { state, nonce, codeVerifier }: SignInAttempt): Promise<Identity> {
    const configuration = await this.configuration();
    const tokens = await openid.authorizationCodeGrant(configuration, new URL(this.addressOf(path)), {
      expectedState: state,
      expectedNonce: nonce,
      pkceCodeVerifier: codeVerifier,
      idTokenExpected: true,
    });
    const claims = tokens.claims();
    if (claims === undefined || tokens.id_token === undefined) throw new Error('the provider gave no identity');
    return { issuer: claims.iss, subject: claims.sub, claims, providerSession: textOrNull(claims['sid']), idToken: tokens.id_token };
  }

  /** Where the browser goes to sign out at the provider too; the start when the provider knows no such place or is away. */
  async signOutAddress(idToken: string): Promise<string> {
    try {
      const configuration = await this.configuration();
      if (configuration.serverMetadata().end_session_endpoint === undefined) return '/';
      return openid.buildEndSessionUrl(configuration, { id_token_hint: idToken, post_logout_redirect_uri: this.addressOf('/') }).href;
    } catch {
      return '/';
    }
  }

  /** Reads a logout token of the provider. @throws when it is none, or was not meant for us. */
  async readLogout(logoutToken: string): Promise<EndedAtProvider> {
    const metadata = (await this.configuration()).serverMetadata();
    if (metadata.jwks_uri === undefined) throw new Error('the provider has no keys');
    this.keys ??= createRemoteJWKSet(new URL(metadata.jwks_uri), { timeoutDuration: TIMEOUT_SECONDS * 1_000 });
    const { payload } = await jwtVerify(logoutToken, this.keys, {
      issuer: metadata.issuer,
      audience: this.settings.provider.clientId,
      algorithms: ALGORITHMS,
      maxTokenAge: LOGOUT_MAX_AGE,
      clockTolerance: CLOCK_TOLERANCE_SECONDS,
      requiredClaims: ['iat', 'jti', 'events'],
    });
    const { events } = payload;
    const isLogout = typeof events === 'object' && events !== null && BACK_CHANNEL_LOGOUT in events;
    const [subject, providerSession] = [textOrNull(payload.sub), textOrNull(payload['sid'])];
    // An identity token has a nonce: it must not pass for a logout.
    if (!isLogout || 'nonce' in payload || (subject === null && providerSession === null)) throw new Error('this is no logout token');
    return { issuer: metadata.issuer, subject, providerSession };
  }

  private addressOf(path: string): string {
    return new URL(path, this.settings.publicUrl).href;
  }

  private configuration(): Promise<openid.Configuration> {
    this.found ??= this.discover().catch((error: unknown) => {
      // Looked for again at the next sign-in.
      this.found = null;
      throw error;
    });
    return this.found;
  }

  private discover(): Promise<openid.Configuration> {
    const { issuer, clientId, clientSecret } = this.settings.provider;
    const isPlain = new URL(issuer).protocol === 'http:';
    return openid.discovery(new URL(issuer), clientId, clientSecret, undefined, {
      timeout: TIMEOUT_SECONDS,
      // The configuration allows plain http for a provider on this machine only.
      ...(isPlain ? { execute: [openid.allowInsecureRequests] } : {}),
    });
  }
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
