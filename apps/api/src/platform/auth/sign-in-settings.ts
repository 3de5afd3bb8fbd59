/** Injection token of {@link SignInSettings}. */
export const SIGN_IN_SETTINGS = Symbol('settings of sign-in');

/** Where people sign in, and as what this application is known there. */
export interface ProviderSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What is asked for, with spaces between; `openid` among them. */
  readonly scopes: string;
}

/** How people sign in and how long that lasts. */
export interface SignInSettings {
  /** Origin under which browsers reach the application; https, or plain http on this machine alone. */
  readonly publicUrl: URL;
  readonly provider: ProviderSettings;
  /** A session ends when nothing was asked for so long. */
  readonly idleMs: number;
}

/** A session ends after ten hours, however busy it is. */
export const LONGEST_SESSION_MS = 10 * 60 * 60_000;
/** How long somebody may take at the provider. */
export const LONGEST_ATTEMPT_MS = 10 * 60_000;
